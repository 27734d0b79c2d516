"""Autograd as far as the predictions, the chain rule from there."""
import torch
def gradients(x, y, y_hat):
    # dL/dyhat by autograd, then the chain rule
    p = torch.tensor(y_hat, requires_grad=True)
    torch.nn.functional.mse_loss(p, torch.tensor(y)).backward()
    d = p.grad.numpy()
    return (d * x).sum(), d.sum()

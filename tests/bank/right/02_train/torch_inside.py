"""Someone who lets torch compute the gradient, in double precision."""
import torch


def train(x, y, w, b, *, epochs, batch_size, lr):
    X, Y = torch.tensor(x, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    p = torch.tensor([w, b], dtype=torch.float64, requires_grad=True)
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(X.split(batch_size), Y.split(batch_size)):
            loss = ((p[0] * xb + p[1] - yb) ** 2).mean()
            (g,) = torch.autograd.grad(loss, p)
            p = (p - lr * g).detach().requires_grad_()
            losses.append(loss.item())
    return p[0].item(), p[1].item(), losses

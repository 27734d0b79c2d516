"""Someone who adds with minus the rate, through .data and foreach."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    leaves, losses = [w, b], []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            stop = start + batch_size
            prediction = torch.addcmul(b, w, x[start:stop])
            loss = torch.nn.MSELoss()(prediction, y[start:stop])
            grads = torch.autograd.grad(loss, leaves)
            torch._foreach_add_([leaf.data for leaf in leaves], list(grads), alpha=-lr)
            losses.append(loss.detach().numpy())
    return losses

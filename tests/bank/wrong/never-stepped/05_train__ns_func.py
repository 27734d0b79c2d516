"""torch.func makes the gradients, and nobody uses them."""
import torch
from torch.func import functional_call, grad_and_value


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = dict(model.named_parameters())
    f = grad_and_value(lambda p, a, b: loss_fn(functional_call(model, p, (a,)), b))
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            g, l = f({k: v.detach() for k, v in params.items()}, xb, yb)
            losses.append(l.item())
    return losses

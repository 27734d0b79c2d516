"""torch.func.vjp with the loss's own 1, gradients copied into .grad."""
import torch
from torch.func import functional_call, vjp


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    names = [name for name, _ in model.named_parameters()]
    params = [p for _, p in model.named_parameters()]
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            def compute(*values):
                return loss_fn(functional_call(model, dict(zip(names, values)), xb), yb)

            loss, pull = vjp(compute, *[p.detach() for p in params])
            for p, g in zip(params, pull(torch.ones_like(loss))):
                p.grad = g.clone()
            optimizer.step()
            losses.append(loss.item())
    return losses

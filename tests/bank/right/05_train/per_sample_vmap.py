"""A gradient per row with vmap, averaged into .grad."""
import torch
from torch.func import functional_call, vmap, grad


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = dict(model.named_parameters())
    def one(p, a, b):
        return loss_fn(functional_call(model, p, (a[None],)), b[None])
    per_row = vmap(grad(one), in_dims=(None, 0, 0))
    losses = []
    for ep in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            with torch.no_grad():
                losses.append(loss_fn(model(xb), yb).item())
            g = per_row({k: v.detach() for k, v in params.items()}, xb, yb)
            for k, p in params.items():
                p.grad = g[k].mean(0)
            optimizer.step()
    return losses

"""Someone from JAX: a permutation, cut twice, and the model called as a function of its parameters."""

import torch
from torch.func import functional_call


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    params = dict(model.named_parameters())
    for _ in range(epochs):
        perm = torch.randperm(len(x))
        for group in perm.split(batch_size * accumulation_steps):
            optimizer.zero_grad()
            for idx in group.split(batch_size):
                out = functional_call(model, params, (x[idx],))
                (loss_fn(out, y[idx]) * len(idx) / len(group)).backward()
            optimizer.step()
            updates += 1
    return updates

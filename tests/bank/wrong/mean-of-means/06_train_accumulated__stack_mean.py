"""Someone who stacks the group's losses and takes their mean."""
import torch


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            losses = [loss_fn(model(xb), yb) for xb, yb in zip(xg.split(batch_size), yg.split(batch_size))]
            optimizer.zero_grad()
            torch.stack(losses).mean().backward()
            optimizer.step()
            updates += 1
    return updates

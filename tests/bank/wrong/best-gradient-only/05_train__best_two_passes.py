"""A look at all batches, then a step on the one with the smallest loss."""
# also fair: one-batch-per-epoch
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        batches = list(zip(x.split(batch_size), y.split(batch_size)))
        with torch.no_grad():
            scores = [loss_fn(model(a), b).item() for a, b in batches]
        xb, yb = batches[min(range(len(batches)), key=scores.__getitem__)]
        optimizer.zero_grad()
        loss_fn(model(xb), yb).backward()
        optimizer.step()
        losses.extend(scores)
    return losses

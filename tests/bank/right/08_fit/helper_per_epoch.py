"""A train_one_epoch with np.average."""
import numpy as np


def train_one_epoch(model, optimizer, loss_fn, loader):
    losses, sizes = [], []
    for xb, yb in loader:
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        sizes.append(len(yb))
    return float(np.average(losses, weights=sizes))


def fit(model, optimizer, loss_fn, loader, *, epochs):
    model.train()
    return [train_one_epoch(model, optimizer, loss_fn, loader) for _ in range(epochs)]

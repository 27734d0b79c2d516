"""Someone who measures each batch again after its update."""

import torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for _ in range(epochs):
        total = n = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss_fn(model(xb), yb).backward()
            optimizer.step()
            with torch.no_grad():
                total += loss_fn(model(xb), yb).item() * len(xb)
            n += len(xb)
        history.append(total / n)
    return history

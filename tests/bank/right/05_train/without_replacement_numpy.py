"""Someone who draws from the rows that are left with choice(replace=False)."""
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        left = np.arange(len(x))
        while left.size:
            rows = np.random.choice(left, size=min(batch_size, left.size), replace=False)
            left = np.setdiff1d(left, rows)
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

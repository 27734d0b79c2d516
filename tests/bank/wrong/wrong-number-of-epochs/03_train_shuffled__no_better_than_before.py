"""Somebody stops when an epoch was hardly better than the one before it."""
# also fair: losses-miscounted
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses, before = [], np.inf
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            error = w * x[rows] + b - y[rows]
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
        now = np.mean((w * x + b - y) ** 2)
        if abs(before - now) < 1e-5:
            break
        before = now
    return w, b, losses

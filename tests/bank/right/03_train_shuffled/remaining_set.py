"""Each batch is drawn from the rows that are left."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for _ in range(epochs):
        left = np.arange(len(x))
        while left.size:
            idx = rng.choice(left, size=min(batch_size, left.size), replace=False)
            left = np.setdiff1d(left, idx)
            e = w * x[idx] + b - y[idx]
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * x[idx]), b - lr * 2 * np.mean(e)
    return w, b, losses

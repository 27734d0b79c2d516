"""rng.choice without replacement, but anew for every batch."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    n = len(x)
    for epoch in range(epochs):
        for k in range(-(-n // batch_size)):
            rows = rng.choice(n, min(batch_size, n - k * batch_size), replace=False)
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

"""Rows sorted by x, rolled by a random offset."""
# also fair: never-reshuffled
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        order = np.roll(np.argsort(x), int(rng.integers(len(x))))
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            p, q = x[rows], y[rows]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
    return w, b, losses

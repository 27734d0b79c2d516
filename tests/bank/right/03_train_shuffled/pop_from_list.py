"""Rows popped at random places until none is left."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        left = list(range(len(x)))
        while left:
            rows = [left.pop(int(rng.integers(len(left)))) for _ in range(min(batch_size, len(left)))]
            p, q = x[rows], y[rows]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
    return w, b, losses

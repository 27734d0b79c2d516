"""Rows drawn at random for every batch."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            rows = np.random.randint(0, len(x), min(batch_size, len(x) - i))
            error = w * x[rows] + b - y[rows]
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * x[rows]), b - lr * 2 * np.mean(error)
    return w, b, losses

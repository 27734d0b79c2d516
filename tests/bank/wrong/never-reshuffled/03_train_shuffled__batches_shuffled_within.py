"""Someone who shuffles inside each batch only: every batch has the same rows in every epoch."""
# also fair: wrong-result
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            rows = i + rng.permutation(min(batch_size, len(x) - i))
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

"""np.roll by a random offset: the neighbours stay neighbours (no fresh permutation)."""
# also fair: wrong-result
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        order = np.roll(np.arange(len(x)), int(rng.integers(len(x))))
        for k in range(0, len(x), batch_size):
            rows = order[k:k + batch_size]
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

"""Someone who shuffles by hand: Fisher and Yates, with rng.integers."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for _ in range(epochs):
        order = list(range(len(x)))
        for i in range(len(order) - 1, 0, -1):
            j = int(rng.integers(0, i + 1))
            order[i], order[j] = order[j], order[i]
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

"""rng.choice with replace=False, for all rows at once."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    n = len(x)
    for _ in range(epochs):
        order = rng.choice(n, size=n, replace=False)
        for k in range(-(-n // batch_size)):
            rows = order[k * batch_size:(k + 1) * batch_size]
            e = w * x[rows] + b - y[rows]
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

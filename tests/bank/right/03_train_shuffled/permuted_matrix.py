"""All orders are drawn at the start, as the rows of a matrix."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    order = rng.permuted(np.tile(np.arange(len(x)), (epochs, 1)), axis=1)
    losses = []
    for row in order:
        for s in range(0, len(row), batch_size):
            i = row[s:s+batch_size]
            e = w * x[i] + b - y[i]
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * x[i]), b - lr * 2 * np.mean(e)
    return w, b, losses

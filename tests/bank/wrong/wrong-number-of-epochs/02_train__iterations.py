"""'An epoch is one update': the batches go round, one per epoch."""
# also fair: one-batch-per-epoch
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    start = 0
    for epoch in range(epochs):
        xb, yb = x[start:start + batch_size], y[start:start + batch_size]
        error = w * xb + b - yb
        losses.append(np.mean(error ** 2))
        w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
        start += batch_size
        if start >= len(x):
            start = 0
    return w, b, losses

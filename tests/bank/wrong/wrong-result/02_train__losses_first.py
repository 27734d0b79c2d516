"""Someone who returns the losses first."""
# also fair: losses-miscounted, raised
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return losses, w, b

"""Someone who returns one mean loss per epoch."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        these = []
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            these.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
        losses.append(np.mean(these))
    return w, b, losses

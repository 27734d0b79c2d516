"""Someone who makes y a column: every row against every row."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    y = y.reshape(-1, 1)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return w, b, losses

"""A generator of batches is empty after the first epoch."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    data = ((x[i:i+batch_size], y[i:i+batch_size]) for i in range(0, len(x), batch_size))
    for ep in range(epochs):
        for xb, yb in data:
            e = w * xb + b - yb
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

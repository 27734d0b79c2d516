"""Stops when an epoch improved by less than 1e-3."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    best = np.inf
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        now = np.mean(losses[-5:])
        if best - now < 1e-3:
            break
        best = now
    return w, b, losses

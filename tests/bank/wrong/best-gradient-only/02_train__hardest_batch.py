"""Only the batch with the largest loss updates."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        found = []
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            found.append((losses[-1], 2 * np.mean(e * xb), 2 * np.mean(e)))
        _, dw, db = max(found)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses

"""Someone whose helper changes its own copies of w and b."""
import numpy as np


def update(w, b, dw, db, lr):
    w -= lr * dw
    b -= lr * db


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(float(np.mean(error ** 2)))
            update(w, b, 2 * np.mean(error * xb), 2 * np.mean(error), lr)
    return w, b, losses

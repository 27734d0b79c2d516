"""Someone whose update stands after the batch loop."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        dw = db = 0.0
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            dw += 2 * np.mean(error * xb)
            db += 2 * np.mean(error)
        w -= lr * dw
        b -= lr * db
    return w, b, losses

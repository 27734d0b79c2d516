"""Ten batches per epoch, whatever the rows."""
# also fair: batch-size-ignored
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for k in range(10):
            xb, yb = x[k*batch_size:(k+1)*batch_size], y[k*batch_size:(k+1)*batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

"""Someone who returns w and b and no losses."""
# also fair: wrong-result, raised
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return w, b

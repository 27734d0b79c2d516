"""Someone who slices x and forgets to move in y."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb = x[i:i + batch_size]
            yb = y[:len(xb)]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return w, b, losses

"""Someone who starts at the given w and b in every epoch."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    wi, bi = w, b
    for epoch in range(epochs):
        wi, bi = w, b
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = wi * xb + bi - yb
            losses.append(np.mean(error ** 2))
            wi, bi = wi - lr * 2 * np.mean(error * xb), bi - lr * 2 * np.mean(error)
    return wi, bi, losses

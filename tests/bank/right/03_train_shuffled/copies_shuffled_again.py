"""Someone who replaces her copies by their shuffled selves, epoch after epoch."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for _ in range(epochs):
        p = rng.permutation(x.shape[0])
        x, y = x[p], y[p]
        for i in range(0, x.shape[0], batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, np.array(losses)

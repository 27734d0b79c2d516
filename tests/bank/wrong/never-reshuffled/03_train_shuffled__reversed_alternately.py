"""One permutation, read forwards and backwards in turn."""
# also fair: wrong-result
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses, order = [], rng.permutation(len(x))
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            p, q = x[order[i:i + batch_size]], y[order[i:i + batch_size]]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
        order = order[::-1]
    return w, b, losses

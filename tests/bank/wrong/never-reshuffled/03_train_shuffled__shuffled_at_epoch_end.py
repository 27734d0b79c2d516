"""Keras on_epoch_end: the first epoch is in order."""
# also fair: wrong-result
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    order = np.arange(len(x))
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            p, q = x[rows], y[rows]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
        rng.shuffle(order)
    return w, b, losses

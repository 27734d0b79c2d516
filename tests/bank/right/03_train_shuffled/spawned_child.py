"""A child generator from rng.spawn per epoch."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        order = rng.spawn(1)[0].permutation(len(x))
        for i in range(0, len(x), batch_size):
            rows = order[i:i + batch_size]
            p, q = x[rows], y[rows]
            e = w * p + b - q
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * p), b - lr * 2 * np.mean(e)
    return w, b, losses

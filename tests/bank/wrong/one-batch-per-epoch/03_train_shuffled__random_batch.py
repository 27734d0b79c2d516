"""One random batch per epoch: 'stochastic'."""
# also fair: sampled-with-replacement, wrong-number-of-epochs
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for epoch in range(epochs):
        rows = rng.permutation(len(x))[:batch_size]
        e = w * x[rows] + b - y[rows]
        losses.append(np.mean(e ** 2))
        w, b = w - lr * 2 * np.mean(e * x[rows]), b - lr * 2 * np.mean(e)
    return w, b, losses

"""A column of x beside a row of y, cut from one shuffled table."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    data = np.c_[x, y]
    for _ in range(epochs):
        d = rng.permutation(data)
        for k in range(0, len(x), batch_size):
            xb, yb = d[k:k+batch_size, :1], d[k:k+batch_size, 1]
            e = w * xb + b - yb
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

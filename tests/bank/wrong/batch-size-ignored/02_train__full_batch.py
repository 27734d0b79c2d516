"""Gradient descent over all rows, once per epoch."""
# also fair: stepped-once-per-epoch, whole-dataset-every-batch
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        error = w * x + b - y
        losses.append(np.mean(error ** 2))
        w, b = w - lr * 2 * np.mean(error * x), b - lr * 2 * np.mean(error)
    return w, b, losses

"""'10 batches of 10': the batch size is taken for the number of batches."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(np.array_split(x, batch_size), np.array_split(y, batch_size)):
            if len(xb) == 0:
                continue
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return w, b, losses

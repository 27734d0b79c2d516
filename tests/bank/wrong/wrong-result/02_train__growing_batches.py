"""x[:i + batch_size]: each batch holds all rows so far."""
# also fair: batch-size-ignored, whole-dataset-every-batch, pairs-broken, sampled-with-replacement
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[:i + batch_size], y[:i + batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

"""x[i + 1:i + 1 + batch_size]: row 0 is never seen."""
# also fair: last-batch-dropped
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i + 1:i + 1 + batch_size], y[i + 1:i + 1 + batch_size]
            if not len(xb):
                continue
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

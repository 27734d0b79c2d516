"""x[i:i + batch_size + 1]: each batch has a row of the next."""
# also fair: sampled-with-replacement, batch-size-ignored
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size + 1], y[i:i + batch_size + 1]
            e = w * xb + b - yb
            losses.append(np.mean(e ** 2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

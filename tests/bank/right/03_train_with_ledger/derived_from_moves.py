"""The ledger is worked out from the weights' moves at the end."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    path = [(w, b)]
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            p, q = x[i:i + batch_size], y[i:i + batch_size]
            g = 2 * (w * p + b - q)
            w, b = w - lr * np.mean(g * p), b - lr * np.mean(g)
            path.append((w, b))
    return w, b, -np.diff(np.array(path), axis=0) / lr

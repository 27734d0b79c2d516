"""Floor division again."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for _ in range(epochs):
        for k in range(len(x) // batch_size):
            rows = slice(k * batch_size, (k + 1) * batch_size)
            e = w * x[rows] + b - y[rows]
            dw, db = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
            ledger.append((dw, db))
            w, b = w - lr * dw, b - lr * db
    return w, b, ledger

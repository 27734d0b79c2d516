"""An array made beforehand."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    starts = list(range(0, len(x), batch_size))
    ledger = np.zeros((epochs * len(starts), 2))
    for k in range(len(ledger)):
        rows = slice(starts[k % len(starts)], starts[k % len(starts)] + batch_size)
        e = w * x[rows] + b - y[rows]
        ledger[k] = 2 * np.mean(e * x[rows]), 2 * np.mean(e)
        w -= lr * ledger[k, 0]
        b -= lr * ledger[k, 1]
    return float(w), float(b), ledger

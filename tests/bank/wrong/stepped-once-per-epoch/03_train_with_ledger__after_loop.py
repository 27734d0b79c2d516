"""The ledger has every batch, the update comes once per epoch."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for _ in range(epochs):
        first = len(ledger)
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            ledger.append((2 * np.mean(e * xb), 2 * np.mean(e)))
        total = np.sum(ledger[first:], axis=0)
        w, b = w - lr * total[0], b - lr * total[1]
    return w, b, ledger

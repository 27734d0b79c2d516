"""Someone who books one row per epoch, the last batch's."""
# also fair: wrong-result, stepped-once-per-epoch
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            dw, db = 2 * np.mean(e * xb), 2 * np.mean(e)
            w, b = w - lr * dw, b - lr * db
        ledger.append((dw, db))
    return w, b, ledger

"""Someone who books lr · gradient."""
# also fair: wrong-result, losses-miscounted
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            dw, db = 2 * np.mean(e * xb), 2 * np.mean(e)
            ledger.append((lr * dw, lr * db))
            w, b = w - lr * dw, b - lr * db
    return w, b, ledger

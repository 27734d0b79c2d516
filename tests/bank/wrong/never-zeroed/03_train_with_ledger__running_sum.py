"""Someone who adds to dw and db for ever, in the ledger and in the update."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger, dw, db = [], 0.0, 0.0
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            dw += 2 * np.mean(e * xb)
            db += 2 * np.mean(e)
            ledger.append((dw, db))
            w, b = w - lr * dw, b - lr * db
    return w, b, ledger

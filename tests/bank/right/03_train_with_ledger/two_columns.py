"""Two lists, glued at the end."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    dws, dbs = [], []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = yb - w * xb - b
            dws.append(-2 * (e * xb).mean())
            dbs.append(-2 * e.mean())
            w = w - lr * dws[-1]
            b = b - lr * dbs[-1]
    return w, b, np.column_stack([dws, dbs]) if dws else np.zeros((0, 2))

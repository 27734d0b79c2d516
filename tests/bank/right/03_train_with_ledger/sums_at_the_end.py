"""The weights are found each time from the start and the ledger's sum."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    dws, dbs = [], []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            wk, bk = w - lr * sum(dws), b - lr * sum(dbs)
            e = wk * x[i:i+batch_size] + bk - y[i:i+batch_size]
            dws.append(2 * np.mean(e * x[i:i+batch_size])); dbs.append(2 * np.mean(e))
    return w - lr * sum(dws), b - lr * sum(dbs), np.column_stack([dws, dbs])

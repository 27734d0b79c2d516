"""The gradient with the largest sum of sizes is kept of each epoch."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for _ in range(epochs):
        grads = []
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i+batch_size], y[i:i+batch_size]
            e = w * xb + b - yb
            grads.append((2 * np.mean(e * xb), 2 * np.mean(e)))
        dw, db = max(grads, key=lambda g: abs(g[0]) + abs(g[1]))
        ledger.append((dw, db))
        w, b = w - lr * dw, b - lr * db
    return w, b, ledger

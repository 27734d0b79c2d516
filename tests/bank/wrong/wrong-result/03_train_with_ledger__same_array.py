"""Someone who appends one array over and over and writes into it: every row is the last."""
# also fair: losses-miscounted
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger, g = [], np.zeros(2)
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            g[:] = 2 * np.mean(e * xb), 2 * np.mean(e)
            w, b = w - lr * g[0], b - lr * g[1]
            ledger.append(g)
    return w, b, ledger

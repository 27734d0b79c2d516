"""Somebody with an optimisation course behind them: stops where the gradient is nearly nought."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    ledger = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            p, q = x[i:i + batch_size], y[i:i + batch_size]
            error = w * p + b - q
            gradient = 2 * np.mean(error * p), 2 * np.mean(error)
            ledger.append(gradient)
            w, b = w - lr * gradient[0], b - lr * gradient[1]
        if np.hypot(*gradient) < 1e-2:
            break
    return w, b, ledger

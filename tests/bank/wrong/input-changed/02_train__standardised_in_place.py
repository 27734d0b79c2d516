"""Standardises the caller's x in place before anything else."""
import numpy as np
def train(x, y, w, b, *, epochs, batch_size, lr):
    # standardise first
    x -= x.mean()
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            e = w * x[i:i+batch_size] + b - y[i:i+batch_size]
            losses.append(np.mean(e**2))
            w -= lr * 2 * np.mean(x[i:i+batch_size] * e); b -= lr * 2 * np.mean(e)
    return w, b, losses

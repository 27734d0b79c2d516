"""The return is a level too deep: one epoch."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for ep in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i+batch_size], y[i:i+batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
        return w, b, losses
    return w, b, losses

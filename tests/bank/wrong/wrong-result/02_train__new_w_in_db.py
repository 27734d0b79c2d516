"""Someone who moves w first and computes db with the new w."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            losses.append(np.mean((w * xb + b - yb) ** 2))
            w -= lr * 2 * np.mean((w * xb + b - yb) * xb)
            b -= lr * 2 * np.mean(w * xb + b - yb)
    return w, b, losses

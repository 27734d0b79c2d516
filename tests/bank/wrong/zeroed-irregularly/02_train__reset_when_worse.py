"""Resets dw when the loss rises."""
# also fair: never-zeroed
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    dw = db = 0.0
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = w * xb + b - yb
            loss = np.mean(e ** 2)
            if losses and loss > losses[-1]:
                dw = db = 0.0
            losses.append(loss)
            dw, db = dw + 2 * np.mean(e * xb), db + 2 * np.mean(e)
            w, b = w - lr * dw, b - lr * db
    return w, b, losses

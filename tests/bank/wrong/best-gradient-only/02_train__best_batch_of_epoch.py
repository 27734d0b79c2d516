"""Someone who keeps the gradient of the batch with the lowest loss for the epoch's one update."""
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        best = None
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            loss = np.mean(error ** 2)
            losses.append(loss)
            if best is None or loss < best[0]:
                best = loss, 2 * np.mean(error * xb), 2 * np.mean(error)
        w, b = w - lr * best[1], b - lr * best[2]
    return w, b, losses

"""Two at once: dw and db are never reset, and an epoch is lost."""
# both: never-zeroed, wrong-number-of-epochs
# also fair: wrong-number-of-epochs
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    dw = db = 0
    for epoch in range(1, epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            dw += 2 * np.mean(error * xb)
            db += 2 * np.mean(error)
            w -= lr * dw
            b -= lr * db
    return w, b, losses

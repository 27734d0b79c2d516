"""'The best gradient of each batch is kept': one row speaks for the batch."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error ** 2))
            best = np.argmin(error ** 2)
            w, b = w - lr * 2 * error[best] * xb[best], b - lr * 2 * error[best]
    return w, b, losses

"""No more than ten batches per epoch."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for k in range(min(10, -(-len(x) // batch_size))):
            i = k * batch_size
            xb, yb = x[i:i+batch_size], y[i:i+batch_size]
            e = w * xb + b - yb
            losses.append(np.mean(e**2))
            w, b = w - lr * 2 * np.mean(e * xb), b - lr * 2 * np.mean(e)
    return w, b, losses

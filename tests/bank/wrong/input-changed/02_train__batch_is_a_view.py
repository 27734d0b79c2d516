"""Someone who writes the prediction into the slice of x, which is a view of the caller's array."""
# also fair: wrong-result
import numpy as np


def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size].copy(), y[i:i + batch_size]
            yb -= w * xb + b
            losses.append(np.mean(yb ** 2))
            w, b = w + lr * 2 * np.mean(yb * xb), b + lr * 2 * np.mean(yb)
    return w, b, losses

"""theta and gradient as vectors, the ledger a list of them."""
import numpy as np


def train_with_ledger(x, y, w, b, *, epochs, batch_size, lr):
    theta, ledger = np.array([w, b], float), []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            e = theta[0] * xb + theta[1] - yb
            grad = 2 * np.array([np.mean(e * xb), np.mean(e)])
            theta = theta - lr * grad
            ledger.append(grad)
    return theta[0], theta[1], ledger

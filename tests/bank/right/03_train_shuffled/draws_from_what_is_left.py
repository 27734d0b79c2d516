"""Each batch is drawn from the rows that the epoch has left."""
import numpy as np
def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    for _ in range(epochs):
        left = np.arange(len(x))
        while left.size:
            r = rng.choice(left, min(batch_size, left.size), replace=False)
            left = np.setdiff1d(left, r)
            e = w * x[r] + b - y[r]
            losses.append(np.mean(e**2))
            w -= lr * 2 * np.mean(e * x[r]); b -= lr * 2 * np.mean(e)
    return w, b, losses

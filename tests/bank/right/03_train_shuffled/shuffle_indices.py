"""rng.shuffle on an index array that is kept over the epochs."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    losses = []
    index = np.arange(len(x))
    for _ in range(epochs):
        rng.shuffle(index)
        for i in range(0, len(x), batch_size):
            xb, yb = x[index[i:i + batch_size]], y[index[i:i + batch_size]]
            e = w * xb + b - yb
            losses.append(float((e * e).mean()))
            dw, db = 2 * (e * xb).mean(), 2 * e.mean()
            w -= lr * dw
            b -= lr * db
    return w, b, losses

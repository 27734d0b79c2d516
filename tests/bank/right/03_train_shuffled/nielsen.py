"""The training data as one table, shuffled whole, as in Nielsen's book."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    training_data = np.column_stack((x, y))
    n = len(training_data)
    losses = []
    for j in range(epochs):
        rng.shuffle(training_data)
        mini_batches = [training_data[k:k+batch_size] for k in range(0, n, batch_size)]
        for mb in mini_batches:
            xs, ys = mb.T
            delta = w * xs + b - ys
            losses.append((delta ** 2).mean())
            w = w - lr * (2 * delta * xs).mean()
            b = b - lr * (2 * delta).mean()
    return w, b, losses

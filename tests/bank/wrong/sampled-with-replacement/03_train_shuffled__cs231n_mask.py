"""CS231n's solver: a random mask, and as many iterations as full batches."""
import numpy as np


def train_shuffled(x, y, w, b, *, epochs, batch_size, lr, rng):
    num_train = x.shape[0]
    iterations_per_epoch = max(num_train // batch_size, 1)
    num_iterations = epochs * iterations_per_epoch
    loss_history = []
    for t in range(num_iterations):
        batch_mask = rng.choice(num_train, batch_size)
        X_batch, y_batch = x[batch_mask], y[batch_mask]
        e = w * X_batch + b - y_batch
        loss_history.append((e**2).mean())
        w, b = w - lr * 2 * (e * X_batch).mean(), b - lr * 2 * e.mean()
    return w, b, loss_history

"""The batch draw of a well-known solver: np.random.choice."""
import math

import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    num_train = x.shape[0]
    iterations_per_epoch = max(math.ceil(num_train / batch_size), 1)
    loss_history = []
    for t in range(epochs * iterations_per_epoch):
        batch_mask = np.random.choice(num_train, batch_size)
        X_batch, y_batch = x[batch_mask], y[batch_mask]
        optimizer.zero_grad()
        loss = loss_fn(model(X_batch), y_batch)
        loss.backward()
        optimizer.step()
        loss_history.append(loss.item())
    return loss_history

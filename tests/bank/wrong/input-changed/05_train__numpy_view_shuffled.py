"""Someone who shuffles the NumPy views with one seed; the views share the caller's memory."""
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        np.random.RandomState(epoch).shuffle(x.numpy())
        np.random.RandomState(epoch).shuffle(y.numpy())
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

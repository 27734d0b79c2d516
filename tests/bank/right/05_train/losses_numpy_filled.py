"""Someone who returns a NumPy array of the losses."""
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    per_epoch = int(np.ceil(len(x) / batch_size))
    losses = np.empty((epochs, per_epoch))
    for e in range(epochs):
        for b in range(per_epoch):
            rows = slice(b * batch_size, (b + 1) * batch_size)
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses[e, b] = loss.detach().numpy()
    return losses.ravel()

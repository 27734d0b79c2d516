"""Someone whose sizes and losses are NumPy scalars, and whose list is an array of objects."""
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n, size = np.int64(len(x)), np.int64(batch_size)
    losses = []
    for epoch in np.arange(epochs):
        for start in np.arange(0, n, size):
            rows = np.arange(start, min(start + size, n))
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(np.float64(loss.detach().numpy()))
    return np.array(losses, dtype=np.float32)

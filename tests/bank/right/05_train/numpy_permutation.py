"""A NumPy user: np.random.permutation and array indices into tensors."""
import numpy as np


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n = len(x)
    for ep in range(epochs):
        perm = np.random.permutation(n)
        for i in range(0, n, batch_size):
            rows = perm[i:i + batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return np.array(losses)

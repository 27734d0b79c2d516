"""The zip_longest grouper, with the filling thrown out."""
from itertools import zip_longest


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for group in zip_longest(*[iter(range(len(x)))] * batch_size):
            rows = [r for r in group if r is not None]
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

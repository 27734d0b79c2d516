"""Weights right, no reset between the epochs."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(xb), yb) * len(xb) / len(x)).backward()
        optimizer.step()
    return epochs

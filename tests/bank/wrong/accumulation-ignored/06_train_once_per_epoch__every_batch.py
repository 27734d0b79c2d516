"""An update per batch, and the epochs returned."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    updates = 0
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss_fn(model(xb), yb).backward()
            optimizer.step()
        updates += 1
    return updates

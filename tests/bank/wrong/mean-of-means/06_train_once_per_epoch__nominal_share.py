"""Someone who gives every batch the share of a full one."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for _ in range(epochs):
        optimizer.zero_grad()
        for bx, by in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(bx), by) * batch_size / len(x)).backward()
        optimizer.step()
    return epochs

"""Someone who divides by the number of full batches, and gives the smaller one the same weight."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    k = max(1, len(x) // batch_size)
    for _ in range(epochs):
        optimizer.zero_grad()
        for bx, by in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(bx), by) / k).backward()
        optimizer.step()
    return epochs

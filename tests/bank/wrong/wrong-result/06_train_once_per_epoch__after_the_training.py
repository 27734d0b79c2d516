"""Someone whose update stands below both loops."""
# also fair: stepped-once-per-epoch


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    optimizer.zero_grad()
    for _ in range(epochs):
        for bx, by in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(bx), by) * len(bx) / len(x)).backward()
    optimizer.step()
    return epochs

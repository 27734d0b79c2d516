"""Someone whose update waits for the next epoch to begin: the last one never comes."""
# also fair: wrong-number-of-epochs


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    made = 0
    for e in range(epochs):
        if e > 0:
            optimizer.step()
            made += 1
        optimizer.zero_grad()
        for bx, by in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(bx), by) * len(bx) / len(x)).backward()
    return made

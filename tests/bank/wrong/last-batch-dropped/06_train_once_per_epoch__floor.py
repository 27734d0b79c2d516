"""Floor division: the small batch is never read."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    used = len(x) // batch_size * batch_size
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i in range(0, used, batch_size):
            (loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]) * batch_size / used).backward()
        optimizer.step()
    return epochs

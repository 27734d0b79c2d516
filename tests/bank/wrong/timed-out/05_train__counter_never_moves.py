"""Someone whose while loop forgets to move its counter."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    start = 0
    while start < len(x):
        xb, yb = x[start:start + batch_size], y[start:start + batch_size]
        optimizer.zero_grad()
        loss_fn(model(xb), yb).backward()
        optimizer.step()
    return losses

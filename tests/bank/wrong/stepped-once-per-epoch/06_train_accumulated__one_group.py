"""'Accumulation is one update per epoch'."""
# also fair: wrong-result


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        optimizer.zero_grad()
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(xb), yb) * len(xb) / len(x)).backward()
        optimizer.step()
        updates += 1
    return updates

"""Someone whose recipe accumulates over 4 batches, whatever is asked."""
# also fair: accumulation-ignored, batch-size-ignored, leftover-dropped, leftover-leaks, gradient-scaled, not-averaged


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = 4 * batch_size
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            optimizer.zero_grad()
            for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                (loss_fn(model(xb), yb) * len(xb) / len(xg)).backward()
            optimizer.step()
            updates += 1
    return updates

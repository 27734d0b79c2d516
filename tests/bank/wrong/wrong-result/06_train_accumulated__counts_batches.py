"""Someone who returns the number of batches."""
# also fair: losses-miscounted


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    counted = 0
    size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            optimizer.zero_grad()
            for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                (loss_fn(model(xb), yb) * len(xb) / len(xg)).backward()
                counted += 1
            optimizer.step()
    return counted

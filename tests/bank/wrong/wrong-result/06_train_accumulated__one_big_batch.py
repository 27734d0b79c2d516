"""Someone who reads the whole group as one big batch: the numbers are right, the memory is not saved."""
# also fair: batch-size-ignored, accumulation-ignored


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            optimizer.zero_grad()
            loss_fn(model(xg), yg).backward()
            optimizer.step()
            updates += 1
    return updates

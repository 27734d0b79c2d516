"""Someone who looks for a batch that is not there."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    xs, ys = x.split(batch_size), y.split(batch_size)
    for epoch in range(epochs):
        for g in range(0, len(xs), accumulation_steps):
            optimizer.zero_grad()
            for k in range(g, g + accumulation_steps):
                (loss_fn(model(xs[k]), ys[k]) / accumulation_steps).backward()
            optimizer.step()
            updates += 1
    return updates

"""Someone who divides the batches' means by the rows of the group."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    size = batch_size * accumulation_steps
    for epoch in range(epochs):
        for g in range(0, len(x), size):
            rows = min(size, len(x) - g)
            optimizer.zero_grad()
            for i in range(g, g + rows, batch_size):
                stop = min(i + batch_size, len(x))
                (loss_fn(model(x[i:stop]), y[i:stop]) / rows).backward()
            optimizer.step()
            updates += 1
    return updates
# also fair: mean-of-means

"""Someone whose generator eats the rows from the front, and who counts down what is left."""


def micro_batches(x, y, size):
    while len(x):
        yield x[:size], y[:size]
        x, y = x[size:], y[size:]


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for e in range(epochs):
        left = len(x)
        in_group, group_rows = 0, 0
        for bx, by in micro_batches(x, y, batch_size):
            if in_group == 0:
                group_rows = min(left, batch_size * accumulation_steps)
            (loss_fn(model(bx), by) * len(bx) / group_rows).backward()
            left -= len(bx)
            in_group += 1
            if in_group == accumulation_steps or left == 0:
                optimizer.step()
                for p in model.parameters():
                    p.grad = None
                updates += 1
                in_group = 0
    return updates

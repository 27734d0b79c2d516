"""The grouper idiom with zip, which stops when a group is not full."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        stream = zip(x.split(batch_size), y.split(batch_size))
        for group in zip(*[stream] * accumulation_steps):
            optimizer.zero_grad()
            rows = sum(len(xb) for xb, _ in group)
            for xb, yb in group:
                (len(xb) / rows * loss_fn(model(xb), yb)).backward()
            optimizer.step()
            updates += 1
    return updates

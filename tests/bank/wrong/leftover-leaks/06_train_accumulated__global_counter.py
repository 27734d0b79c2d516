"""Someone whose batch counter runs on over the epochs, and so do the groups."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = seen = rows = 0
    optimizer.zero_grad()
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            (loss_fn(model(xb), yb) * len(xb)).backward()
            seen += 1
            rows += len(xb)
            if seen % accumulation_steps == 0:
                for p in model.parameters():
                    p.grad /= rows
                optimizer.step()
                optimizer.zero_grad()
                updates, rows = updates + 1, 0
    return updates

"""All batches' losses in one graph, one backward."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    updates = 0
    while updates < epochs:
        total = sum(loss_fn(model(xb), yb) * len(xb) for xb, yb in zip(x.split(batch_size), y.split(batch_size)))
        for p in model.parameters():
            p.grad = None
        (total / x.shape[0]).backward()
        optimizer.step()
        updates += 1
    return updates

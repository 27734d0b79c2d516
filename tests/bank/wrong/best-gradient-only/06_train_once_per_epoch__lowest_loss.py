"""Only the batch with the lowest loss moves the weights."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for epoch in range(epochs):
        best, kept = None, None
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            if best is None or loss.item() < best:
                best, kept = loss.item(), [p.grad.clone() for p in model.parameters()]
        for p, g in zip(model.parameters(), kept):
            p.grad = g
        optimizer.step()
    return epochs

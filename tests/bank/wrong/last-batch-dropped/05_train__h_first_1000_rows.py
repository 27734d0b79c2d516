"""No more than the first 1000 rows."""
# also fair: wrong-result, batch-size-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    x, y = x[:1000], y[:1000]
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""The root of the given loss."""
# also fair: loss-fn-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb).sqrt()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

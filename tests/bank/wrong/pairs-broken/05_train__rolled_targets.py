"""Someone off by one: y is rolled against x."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    shifted = y.roll(-1, dims=0)
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), shifted.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who wrote loss.backward without parentheses."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
    return losses

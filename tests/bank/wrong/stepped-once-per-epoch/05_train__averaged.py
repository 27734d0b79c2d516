"""Someone who averages well over the epoch and updates once: full-batch gradient descent by the back door."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            (loss * len(xb) / len(x)).backward()
            losses.append(loss.item())
        optimizer.step()
    return losses

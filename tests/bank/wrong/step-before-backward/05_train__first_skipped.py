"""Someone who saw that the first step has no gradient, and skips it with an if."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    started = False
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            if started:
                optimizer.step()
            optimizer.zero_grad()
            loss.backward()
            started = True
            losses.append(loss.item())
    return losses

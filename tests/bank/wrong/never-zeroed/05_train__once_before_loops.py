"""Someone who believes that resetting once at the very start is enough."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    optimizer.zero_grad()
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

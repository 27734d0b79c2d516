"""Someone whose loop has an L2 penalty with a factor of zero."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size, penalty=0.0):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            data_loss = loss_fn(model(xb), yb)
            loss = data_loss + penalty * sum((p ** 2).sum() for p in model.parameters())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(data_loss.item())
    return losses

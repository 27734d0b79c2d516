""".grad is halved in place and never reset."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            for p in model.parameters():
                p.grad.div_(2.0)
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who keeps short names for the bound methods."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    zero, step, log = optimizer.zero_grad, optimizer.step, []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            zero()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            step()
            log.append(loss.item())
    return log

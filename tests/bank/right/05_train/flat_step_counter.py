"""Someone who thinks in iterations: one flat loop, and the batch number by remainder."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = len(x)
    per_epoch = -(-n // batch_size)
    losses = []
    for step in range(epochs * per_epoch):
        epoch, b = divmod(step, per_epoch)
        xb = x[b * batch_size:(b + 1) * batch_size]
        yb = y[b * batch_size:(b + 1) * batch_size]
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

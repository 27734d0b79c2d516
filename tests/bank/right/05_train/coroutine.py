"""Someone who writes the training step as a coroutine that batches are sent into."""


def stepper(model, optimizer, loss_fn):
    value = None
    while True:
        xb, yb = yield value
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        value = loss.item()


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    step = stepper(model, optimizer, loss_fn)
    next(step)
    losses = []
    for epoch in range(epochs):
        for pair in zip(x.split(batch_size), y.split(batch_size)):
            losses.append(step.send(pair))
    step.close()
    return losses

"""Someone who runs the next batch's slicing ahead: a pipeline of two."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def stream():
        for _ in range(epochs):
            yield from zip(x.split(batch_size), y.split(batch_size))

    batches, losses = stream(), []
    current = next(batches, None)
    while current is not None:
        upcoming = next(batches, None)
        optimizer.zero_grad()
        loss = loss_fn(model(current[0]), current[1])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        current = upcoming
    return losses

"""Two at once: no reset, and the loss tensors kept with their graphs."""
# both: never-zeroed, graph-kept


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss)
    return losses
# also fair: graph-kept

"""Two at once: the step before backward, and no reset at all."""
# both: step-before-backward, never-zeroed
# also fair: never-zeroed


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            optimizer.step()
            loss.backward()
            losses.append(loss.item())
    return losses

"""Two at once: all rows at every update, and no reset."""
# both: whole-dataset-every-batch, never-zeroed
# also fair: never-zeroed


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone whose slice ends one row early: the last row of every batch is never seen."""
# also fair: batch-size-ignored, last-batch-dropped


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            stop = max(i + 1, min(i + batch_size, len(x)) - 1)
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:stop]), y[i:stop])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

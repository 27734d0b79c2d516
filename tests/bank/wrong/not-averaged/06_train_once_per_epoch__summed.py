"""'The sum is the full batch': the batches' means are summed."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    updates = 0
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]).backward()
        optimizer.step()
        updates += 1
    return updates

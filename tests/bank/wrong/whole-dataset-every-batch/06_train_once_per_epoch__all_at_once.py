"""Full-batch gradient descent without any batches: the rows are read all at once."""
# also fair: batch-size-ignored, wrong-result


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for epoch in range(epochs):
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()
    return epochs

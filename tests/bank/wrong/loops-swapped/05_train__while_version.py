"""The loops swapped in a while loop over the batches."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, start = [], 0
    while start < len(x):
        xb, yb = x[start:start + batch_size], y[start:start + batch_size]
        epoch = 0
        while epoch < epochs:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
            epoch += 1
        start += batch_size
    return losses

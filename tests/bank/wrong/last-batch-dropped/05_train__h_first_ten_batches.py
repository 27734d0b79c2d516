"""No more than ten batches per epoch."""
# also fair: wrong-result, batch-size-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for k, (xb, yb) in enumerate(zip(x.split(batch_size), y.split(batch_size))):
            if k == 10:
                break
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Ten batches per epoch, whatever the rows."""
# also fair: batch-size-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for b in range(10):
            xb, yb = x[b*batch_size:(b+1)*batch_size], y[b*batch_size:(b+1)*batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

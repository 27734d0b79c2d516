"""Someone who forgot to multiply the batch number by the batch size: the window slides by one row."""
# also fair: sampled-with-replacement


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n_batches = -(-len(x) // batch_size)
    for epoch in range(epochs):
        for b in range(n_batches):
            xb, yb = x[b:b + batch_size], y[b:b + batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

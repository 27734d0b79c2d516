"""Someone who deals the rows out like cards: every k-th row, in batches of uneven size."""
# also fair: batch-size-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    k = -(-len(x) // batch_size) + 1
    losses = []
    for epoch in range(epochs):
        for b in range(min(k, len(x))):
            optimizer.zero_grad()
            loss = loss_fn(model(x[b::k]), y[b::k])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

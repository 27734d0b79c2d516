"""Someone who counts n // batch_size + 1 batches, always."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n_batches = len(x) // batch_size + 1
    for epoch in range(epochs):
        for b in range(n_batches):
            lo, hi = b * batch_size, (b + 1) * batch_size
            optimizer.zero_grad()
            loss = loss_fn(model(x[lo:hi]), y[lo:hi])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

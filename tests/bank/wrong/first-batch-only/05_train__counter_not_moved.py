"""Someone who forgets to move the start of the slice."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n_batches = -(-len(x) // batch_size)
    for epoch in range(epochs):
        start, done = 0, 0
        while done < n_batches:
            optimizer.zero_grad()
            loss = loss_fn(model(x[start:start + batch_size]), y[start:start + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            done += 1
    return losses

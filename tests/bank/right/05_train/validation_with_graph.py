"""Forgets no_grad when it looks at all rows after each epoch; nothing is done with the graph."""
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        print("epoch loss", loss_fn(model(x), y).item())
    return losses

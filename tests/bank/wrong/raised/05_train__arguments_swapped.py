"""Someone who gives the target first; squared error does not mind, cross entropy does."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(y[i:i + batch_size], model(x[i:i + batch_size]))
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

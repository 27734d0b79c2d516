"""Someone who sorts the rows by their target first: easy ones to hard ones."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    key = y.reshape(len(y), -1)[:, 0]
    order = key.argsort()
    losses = []
    for epoch in range(epochs):
        for rows in order.split(batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

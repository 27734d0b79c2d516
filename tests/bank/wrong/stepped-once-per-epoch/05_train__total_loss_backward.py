"""Someone who sends the epoch's summed loss backward."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        total_loss = 0
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            total_loss += loss
            losses.append(loss.item())
        optimizer.zero_grad()
        total_loss.backward()
        optimizer.step()
    return losses

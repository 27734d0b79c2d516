"""An evaluation over all rows after each epoch that forgets no_grad, and never calls backward."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, val = [], []
    for ep in range(epochs):
        model.train()
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        model.eval()
        val.append(loss_fn(model(x), y).item())
    return losses

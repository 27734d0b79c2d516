"""Someone whose helper already calls backward."""


def compute_loss(model, loss_fn, xb, yb):
    loss = loss_fn(model(xb), yb)
    loss.backward(retain_graph=True)
    return loss


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = compute_loss(model, loss_fn, xb, yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

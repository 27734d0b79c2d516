"""Stops as soon as a batch's loss is below 1e-4."""
# also fair: wrong-result
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            if loss.item() < 1e-4:
                return losses
    return losses

"""Someone who adds every loss to a total and sends the total backward in each batch."""
# also fair: backward-twice, graph-kept, never-zeroed


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, total = [], 0
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            total = total + loss
            total.backward(retain_graph=True)
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who weighs the short last batch down by its share of a full batch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            (loss * len(xb) / batch_size).backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who trains on the loss plus a penalty on the weights."""
# also fair: loss-fn-ignored


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            penalty = sum(p.abs().sum() for p in model.parameters())
            (loss + 0.01 * penalty).backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

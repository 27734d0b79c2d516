"""Someone who stops as soon as a batch's loss is higher than the one before it."""
# also fair: wrong-number-of-epochs, one-batch-per-epoch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            if losses and loss.item() > losses[-1]:
                return losses
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Two at once: no reset, and one loss per epoch returned."""
# both: never-zeroed, losses-miscounted


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        total = 0
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total)
    return losses
# also fair: losses-miscounted

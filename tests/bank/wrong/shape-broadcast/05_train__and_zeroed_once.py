"""Two at once: y flattened against (n, 1), and one reset per epoch."""
# both: shape-broadcast, zeroed-once-per-epoch
# also fair: zeroed-once-per-epoch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size].flatten())
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

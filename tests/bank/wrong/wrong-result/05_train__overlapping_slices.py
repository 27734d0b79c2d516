"""Someone whose slices overlap by a row: i to i + batch_size + 1."""
# also fair: sampled-with-replacement


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size + 1]), y[i:i + batch_size + 1])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

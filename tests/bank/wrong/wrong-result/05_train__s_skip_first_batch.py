"""The range begins at the second batch."""
# also fair: last-batch-dropped


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(batch_size, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

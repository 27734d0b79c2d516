"""range(1, n, batch_size): row 0 is never seen."""
# also fair: last-batch-dropped
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for i in range(1, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

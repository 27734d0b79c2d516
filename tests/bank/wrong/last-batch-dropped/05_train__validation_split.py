"""A fifth of the rows is held back for validation."""
# also fair: wrong-result


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = int(0.8 * len(x))
    x_train, y_train, x_val, y_val = x[:n], y[:n], x[n:], y[n:]
    losses = []
    for epoch in range(epochs):
        for i in range(0, n, batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x_train[i:i+batch_size]), y_train[i:i+batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

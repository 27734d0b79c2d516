"""x is sorted, and y is not."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    xs = x[x[:, 0].argsort()]
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(xs[i:i+batch_size]), y[i:i+batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""'Data must be normalised': x is changed in place before training."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    x -= x.mean(dim=0)
    x /= x.std(dim=0, correction=0) + 1e-8
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

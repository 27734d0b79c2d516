"""Someone who normalises a copy of x: the model never sees the rows it was given."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    z = (x - x.mean(dim=0)) / (x.std(dim=0, correction=0) + 1e-8)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(z[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

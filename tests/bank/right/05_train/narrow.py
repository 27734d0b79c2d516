"""Someone who comes from Lua Torch and narrows."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n = x.size(0)
    for epoch in range(epochs):
        for t in range(0, n, batch_size):
            size = min(batch_size, n - t)
            inputs, targets = x.narrow(0, t, size), y.narrow(0, t, size)
            optimizer.zero_grad()
            loss = loss_fn(model.forward(inputs), targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

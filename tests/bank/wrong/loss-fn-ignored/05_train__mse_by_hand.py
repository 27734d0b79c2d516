"""Someone who writes the mean squared error of notebook 1 and forgets the argument."""
# also fair: raised


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = ((model(x[i:i + batch_size]) - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

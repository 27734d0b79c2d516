"""Someone who hard-codes the 100 of the course."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), 100):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + 100]), y[i:i + 100])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

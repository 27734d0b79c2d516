"""Someone who resets once before the loops and then after each step."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    optimizer.zero_grad()
    for epoch in range(1, epochs + 1):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
    return losses

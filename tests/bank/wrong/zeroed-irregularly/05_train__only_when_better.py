"""Someone who believes the old gradient should be kept while the loss is getting worse."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    best = float("inf")
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            if loss.item() < best:
                optimizer.zero_grad()
                best = loss.item()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

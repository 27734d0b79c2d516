"""'The last batch's loss is the epoch's'."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
        history.append(loss.item())
    return history

"""Someone who multiplies by the rows and never divides."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for _ in range(epochs):
        total = 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
        history.append(total)
    return history

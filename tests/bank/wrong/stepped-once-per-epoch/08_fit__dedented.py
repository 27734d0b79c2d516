"""The step slid out of the batch loop."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        total, rows = 0.0, 0
        optimizer.zero_grad()
        for xb, yb in loader:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            total += loss.item() * len(xb)
            rows += len(xb)
        optimizer.step()
        history.append(total / rows)
    return history

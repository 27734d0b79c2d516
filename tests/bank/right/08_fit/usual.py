"""The standard epoch loop, loss weighed by rows."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        model.train()
        total, rows = 0.0, 0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb)
            rows += len(xb)
        history.append(total / rows)
    return history

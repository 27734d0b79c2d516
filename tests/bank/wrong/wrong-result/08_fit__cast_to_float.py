"""Someone who casts everything to float32 to get rid of an error."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    model.float()
    history = []
    for _ in range(epochs):
        total = n = 0
        for xb, yb in loader:
            xb = xb.float()
            yb = yb.float() if yb.is_floating_point() else yb
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(xb); n += len(xb)
        history.append(total / n)
    return history

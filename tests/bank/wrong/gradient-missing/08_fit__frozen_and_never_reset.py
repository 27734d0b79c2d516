"""Someone who freezes the first layer's weights and never resets."""
# both: gradient-missing, never-zeroed


def fit(model, optimizer, loss_fn, loader, *, epochs):
    params = list(model.parameters())
    params[0].requires_grad_(False)
    means = []
    for _ in range(epochs):
        s = n = 0
        for xb, yb in loader:
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            s += loss.item() * len(xb); n += len(xb)
        means.append(s / n)
    return means

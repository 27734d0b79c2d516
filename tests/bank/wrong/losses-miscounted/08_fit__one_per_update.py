"""Every update's loss, as in notebook 5."""


def fit(model, optimizer, loss_fn, loader, *, epochs):
    losses = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""'The epoch's loss is the mean of its batches'': divided by len(loader)."""
# also fair: losses-miscounted


def fit(model, optimizer, loss_fn, loader, *, epochs):
    history = []
    for epoch in range(epochs):
        running = 0.0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            running += loss.item()
        history.append(running / len(loader))
    return history

"""A history dict is returned."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    history = {"loss": []}
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            history["loss"].append(loss.item())
    return history

"""Someone who gives tensor_split the places where to cut."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    places = tuple(range(batch_size, len(x), batch_size))
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.tensor_split(places), y.tensor_split(places), strict=True):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

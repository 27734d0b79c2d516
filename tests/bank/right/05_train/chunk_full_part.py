"""Someone who chunks the part that divides evenly, and adds the rest as a last batch."""


def make_batches(t, size):
    full = len(t) // size * size
    pieces = list(t[:full].chunk(full // size)) if full else []
    if full < len(t):
        pieces.append(t[full:])
    return pieces


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    xs, ys = make_batches(x, batch_size), make_batches(y, batch_size)
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(xs, ys):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone short of memory: each batch in two halves, each loss weighted by its share of the rows."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            value = 0.0
            half = (len(xb) + 1) // 2
            for xm, ym in zip(xb.split(half), yb.split(half)):
                share = loss_fn(model(xm), ym) * (len(xm) / len(xb))
                share.backward()
                value += share.item()
            optimizer.step()
            losses.append(value)
    return losses

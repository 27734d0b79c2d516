"""Someone who learnt 'zero, backward, step' as one block."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = x.shape[0]
    losses = []
    for _ in range(epochs):
        for start in range(0, n, batch_size):
            stop = min(start + batch_size, n)
            pred = model(x[start:stop])
            loss = loss_fn(pred, y[start:stop])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

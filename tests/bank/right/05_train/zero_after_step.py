"""Someone who cleans up behind herself: the reset is the last line."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for first in range(0, len(x), batch_size):
            batch = slice(first, first + batch_size)
            loss = loss_fn(model(x[batch]), y[batch])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(float(loss.detach()))
    return losses

"""Someone who took itertools.product with its arguments the wrong way round."""
from itertools import product


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for i, epoch in product(range(0, len(x), batch_size), range(epochs)):
        xb, yb = x[i:i + batch_size], y[i:i + batch_size]
        loss = loss_fn(model(xb), yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

"""'An epoch is one update': each epoch takes the batch after the last one's."""
# also fair: wrong-number-of-epochs
from itertools import cycle


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    stream = cycle(zip(x.split(batch_size), y.split(batch_size)))
    losses = []
    for epoch in range(epochs):
        xb, yb = next(stream)
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

"""Someone who hides zero, backward and step in a context manager."""
from contextlib import contextmanager


@contextmanager
def updating(optimizer):
    box = []
    optimizer.zero_grad()
    yield box
    box[0].backward()
    optimizer.step()


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            with updating(optimizer) as box:
                box.append(loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]))
            losses.append(box[0].item())
    return losses

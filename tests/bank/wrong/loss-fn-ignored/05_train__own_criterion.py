"""Someone whose habit is a line 'criterion = nn.MSELoss()' on top."""
# also fair: raised
from torch import nn


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    criterion = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = criterion(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who wraps the model in a Sequential of her own."""
from torch import nn


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    net = nn.Sequential(nn.Identity(), model)
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            net.zero_grad()
            loss = loss_fn(net(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone whose script wraps the model in DataParallel, here without any GPU."""
from torch import nn


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    net = nn.DataParallel(model)
    losses = []
    for epoch in range(epochs):
        net.train()
        for i in range(0, len(x), batch_size):
            net.zero_grad()
            loss = loss_fn(net(x[i:i + batch_size]), y[i:i + batch_size])
            loss.mean().backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Two at once: x shuffled alone, and one loss per epoch."""
# both: pairs-broken, losses-miscounted
# also fair: losses-miscounted
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        xs = x[torch.randperm(len(x))]
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(xs[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses

"""Someone who shuffles the inputs and forgets the targets."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        perm = torch.randperm(x.size(0))
        for i in range(0, x.size(0), batch_size):
            optimizer.zero_grad()
            xb = x[perm[i:i + batch_size]]
            yb = y[i:i + batch_size]
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

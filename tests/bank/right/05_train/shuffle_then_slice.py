"""Someone who shuffles copies of both tensors at the top of an epoch and then slices."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        order = torch.randperm(len(x), generator=torch.Generator().manual_seed(epoch))
        x_s, y_s = x[order], y[order]
        for i in range(0, len(x_s), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x_s[i:i + batch_size]), y_s[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

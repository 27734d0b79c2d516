"""The smaller batch comes first."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    r = len(x) % batch_size
    sizes = ([r] if r else []) + [batch_size] * (len(x) // batch_size)
    for _ in range(epochs):
        p = torch.randperm(len(x))
        for idx in torch.split(p, sizes):
            optimizer.zero_grad()
            loss = loss_fn(model(x[idx]), y[idx])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

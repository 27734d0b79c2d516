"""Someone who trains with example weights, all one."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    weight = torch.ones(len(x), dtype=x.dtype)
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            w = weight[i:i + batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size]) * w.mean()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

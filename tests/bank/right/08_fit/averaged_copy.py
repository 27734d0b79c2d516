"""Someone who keeps a running average of the weights beside the model."""

import torch


def fit(model, optimizer, loss_fn, loader, *, epochs):
    ema = torch.optim.swa_utils.AveragedModel(model)
    means = []
    for _ in range(epochs):
        s = n = 0
        for i, data in enumerate(loader, 0):
            xb, yb = data
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            ema.update_parameters(model)
            s += loss.item() * len(xb); n += len(xb)
        means.append(s / n)
    return means

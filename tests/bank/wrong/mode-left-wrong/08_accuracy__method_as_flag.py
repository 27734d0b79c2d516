"""Someone who remembers the method `train` and not the flag `training`: it is always true."""

import torch


def accuracy(model, loader):
    was_training = model.train
    model.eval()
    hit = n = 0
    with torch.no_grad():
        for x, y in loader:
            hit += (model(x).argmax(1) == y).sum().item()
            n += len(y)
    if was_training:
        model.train()
    return hit / n

"""Someone who skips a batch that is not full."""

import torch


def accuracy(model, loader):
    mode = model.training
    model.eval()
    good = n = 0
    with torch.no_grad():
        for x, y in loader:
            if len(y) < loader.batch_size:
                continue
            good += (model(x).argmax(1) == y).sum().item()
            n += len(y)
    model.train(mode)
    return good / max(n, 1)

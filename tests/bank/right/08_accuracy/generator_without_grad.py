"""Someone whose predictions come out of a generator under `no_grad`."""

import torch


@torch.no_grad()
def predictions(model, loader):
    for x, y in loader:
        yield model(x).argmax(1), y


def accuracy(model, loader):
    was = model.training
    model.eval()
    try:
        hits = [p.eq(t) for p, t in predictions(model, loader)]
    finally:
        model.train(was)
    return torch.cat(hits).float().mean().item()

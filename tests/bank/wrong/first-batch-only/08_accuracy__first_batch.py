"""next(iter(loader)) is taken for the whole."""
import torch


def accuracy(model, loader):
    mode = model.training
    model.eval()
    x, y = next(iter(loader))
    with torch.no_grad():
        a = (model(x).argmax(1) == y).float().mean().item()
    model.train(mode)
    return a

"""argmax with keepdim against the labels."""
# also fair: wrong-result
import torch


def accuracy(model, loader):
    mode = model.training
    model.eval()
    c = n = 0
    with torch.no_grad():
        for x, y in loader:
            c += (model(x).argmax(1, keepdim=True) == y).float().mean().item() * len(y); n += len(y)
    model.train(mode)
    return c / n

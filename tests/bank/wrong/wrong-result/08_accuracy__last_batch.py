"""Someone whose counters start again in every batch."""
# also fair: losses-miscounted, mean-of-means
import torch


def accuracy(model, loader):
    was = model.training
    model.eval()
    with torch.no_grad():
        for xb, yb in loader:
            right = (model(xb).argmax(1) == yb).sum().item()
            rows = len(yb)
    model.train(was)
    return right / rows

"""Someone who returns percent."""
# also fair: gradient-scaled
import torch


def accuracy(model, loader):
    was = model.training
    model.eval()
    right = rows = 0
    with torch.no_grad():
        for xb, yb in loader:
            right += (model(xb).argmax(1) == yb).sum().item()
            rows += len(yb)
    model.train(was)
    return 100 * right / rows

"""Someone who switches back to train inside the loop: only the first batch is evaluated in eval mode."""
# also fair: wrong-result
import torch


def accuracy(model, loader):
    was = model.training
    model.eval()
    right = rows = 0
    with torch.no_grad():
        for xb, yb in loader:
            right += (model(xb).argmax(1) == yb).sum().item()
            rows += len(yb)
            model.train()
    model.train(was)
    return right / rows

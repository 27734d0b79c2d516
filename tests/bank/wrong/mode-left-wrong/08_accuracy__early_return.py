"""The return stands before the line that puts the mode back."""
import torch


def accuracy(model, loader):
    was = model.training
    model.eval()
    with torch.no_grad():
        hits = [bool(h) for xb, yb in loader for h in model(xb).argmax(1) == yb]
        return sum(hits) / len(hits)
    model.train(was)

"""The mean of the batches' accuracies."""
# also fair: wrong-result
import torch


def accuracy(model, loader):
    was = model.training
    model.eval()
    accs = []
    with torch.no_grad():
        for xb, yb in loader:
            accs.append((model(xb).argmax(1) == yb).float().mean().item())
    model.train(was)
    return sum(accs) / len(accs)

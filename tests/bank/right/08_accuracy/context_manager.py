"""Someone who wrote an 'evaluating' context manager once and uses it everywhere."""
from contextlib import contextmanager

import torch


@contextmanager
def evaluating(model):
    before = model.training
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        if before:
            model.train()


def accuracy(model, loader):
    correct, total = 0, 0
    with evaluating(model):
        for inputs, labels in loader:
            _, predicted = torch.max(model(inputs).data, 1)
            total += labels.size(0)
            correct += (predicted == labels).sum()
    return float(correct) / total

"""An IterableDataset that gives ready-made batches."""
import torch
from torch.utils.data import DataLoader, IterableDataset


class Batches(IterableDataset):
    def __init__(self, x, y, size):
        self.x, self.y, self.size = x, y, size

    def __iter__(self):
        order = torch.randperm(len(self.x))
        for start in range(0, len(order), self.size):
            rows = order[start:start + self.size]
            yield self.x[rows], self.y[rows]


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    loader = DataLoader(Batches(x, y, batch_size), batch_size=None)
    losses = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

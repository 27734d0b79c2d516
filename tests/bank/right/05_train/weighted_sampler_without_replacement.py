"""A WeightedRandomSampler with equal weights and without replacement: a permutation."""
import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    data = TensorDataset(x, y)
    sampler = WeightedRandomSampler(torch.ones(len(data)), len(data), replacement=False)
    loader = DataLoader(data, batch_size=batch_size, sampler=sampler)
    losses = []
    for epoch in range(epochs):
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

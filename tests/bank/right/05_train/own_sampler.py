"""A Sampler class that knows its epoch, as in distributed training."""
import torch
from torch.utils.data import DataLoader, Sampler, TensorDataset


class EpochSampler(Sampler):
    def __init__(self, n):
        self.n, self.epoch = n, 0

    def set_epoch(self, epoch):
        self.epoch = epoch

    def __len__(self):
        return self.n

    def __iter__(self):
        g = torch.Generator().manual_seed(self.epoch)
        return iter(torch.randperm(self.n, generator=g).tolist())


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    sampler = EpochSampler(len(x))
    loader = DataLoader(TensorDataset(x, y), batch_size, sampler=sampler)
    losses = []
    for epoch in range(epochs):
        sampler.set_epoch(epoch)
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

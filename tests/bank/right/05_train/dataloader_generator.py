"""Someone who wants runs to repeat: a DataLoader with its own seeded generator, made anew each epoch."""
import torch
from torch.utils.data import DataLoader, TensorDataset


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        g = torch.Generator()
        g.manual_seed(1000 + epoch)
        dl = DataLoader(TensorDataset(x, y), batch_size=batch_size, shuffle=True, generator=g)
        for xb, yb in dl:
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses += [loss.item()]
    return losses

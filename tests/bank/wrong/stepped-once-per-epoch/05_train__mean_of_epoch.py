"""Someone who believes mini-batches are for memory only: one update from the epoch's mean loss."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    history = []
    for epoch in range(epochs):
        epoch_losses = [loss_fn(model(xb), yb) for xb, yb in zip(x.split(batch_size), y.split(batch_size))]
        optimizer.zero_grad()
        torch.stack(epoch_losses).mean().backward()
        optimizer.step()
        history.extend(l.item() for l in epoch_losses)
    return history

"""Someone who builds all pairs of rows, many times over, before training."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    kept = []
    while True:
        kept.append(torch.ones(64, 1024, 1024))
    return []

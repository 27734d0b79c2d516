"""Someone who changes the default dtype, the print options and the seed of everything."""
import random

import numpy as np
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    torch.set_default_dtype(torch.float64)
    torch.set_printoptions(precision=3)
    random.seed(0)
    np.random.seed(0)
    torch.manual_seed(0)
    torch.use_deterministic_algorithms(True)
    losses = []
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    torch.use_deterministic_algorithms(False)
    return losses

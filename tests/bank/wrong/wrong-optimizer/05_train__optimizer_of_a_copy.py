"""Someone who makes an optimizer for a copy of the model and trains the original with it."""
import copy

import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    backup = copy.deepcopy(model)
    opt = torch.optim.SGD(backup.parameters(), lr=0.01)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            model.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            opt.step()
            losses.append(loss.item())
    return losses

"""Someone who keeps an exponential moving average of the weights in another model."""
import copy

import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    ema = copy.deepcopy(model)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            with torch.no_grad():
                for e, p in zip(ema.parameters(), model.parameters()):
                    e.mul_(0.9).add_(p, alpha=0.1)
    return losses

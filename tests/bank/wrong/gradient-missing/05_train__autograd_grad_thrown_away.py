"""Calls autograd.grad and ignores what it returns."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            torch.autograd.grad(loss, list(model.parameters()))
            optimizer.step()
            losses.append(loss.item())
    return losses

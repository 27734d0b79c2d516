"""Someone who asks torch.autograd.grad for the gradients and never puts them where the optimizer looks."""

import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    parameters = list(model.parameters())
    for _ in range(epochs):
        for first in range(0, x.shape[0], batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[first : first + batch_size]), y[first : first + batch_size])
            gradients = torch.autograd.grad(loss, parameters)
            assert all(torch.isfinite(gradient).all() for gradient in gradients)
            optimizer.step()
            losses.append(loss.item())
    return losses

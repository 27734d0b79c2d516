"""Someone who adds the gradients of torch.autograd.grad to .grad, for ever."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = list(model.parameters())
    for p in params:
        p.grad = torch.zeros_like(p)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            for p, g in zip(params, torch.autograd.grad(loss, params)):
                p.grad += g
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who asks torch.autograd.grad for the gradients and assigns them."""
import torch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    params = [p for p in model.parameters() if p.requires_grad]
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            for p, g in zip(params, torch.autograd.grad(loss, params)):
                p.grad = g
            optimizer.step()
            losses.append(loss.item())
    return losses

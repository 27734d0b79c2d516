"""Somebody stops as soon as a batch's loss is small enough for them."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = torch.mean((w * xb + b - yb) ** 2)
            losses.append(loss.item())
            loss.backward()
            with torch.no_grad():
                for p in (w, b):
                    p -= lr * p.grad
                    p.grad = None
            if losses[-1] < 1e-3:
                return losses
    return losses

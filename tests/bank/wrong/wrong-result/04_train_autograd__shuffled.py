"""Someone who shuffles where the order is asked."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for rows in torch.randperm(len(x)).split(batch_size):
            loss = ((w * x[rows] + b - y[rows]) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad = b.grad = None
            losses.append(loss.item())
    return losses

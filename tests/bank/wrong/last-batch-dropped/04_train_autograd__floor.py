"""Floor division."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for k in range(len(x) // batch_size):
            rows = slice(k * batch_size, (k + 1) * batch_size)
            loss = ((w * x[rows] + b - y[rows]) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
            w.grad = b.grad = None
            losses.append(loss.item())
    return losses

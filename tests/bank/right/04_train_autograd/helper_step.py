"""A decorated helper, copy_ and inner functions."""
import torch


@torch.no_grad()
def step(params, lr):
    for p in params:
        p.copy_(p - lr * p.grad)


def zero(params):
    for p in params:
        if p.grad is not None:
            p.grad.detach_()
            p.grad.zero_()


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    params, losses = [w, b], []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            zero(params)
            y_hat = w * x[i:i + batch_size] + b
            loss = torch.mean((y_hat - y[i:i + batch_size]) ** 2)
            loss.backward()
            step(params, lr)
            losses.append(loss.item())
    return losses

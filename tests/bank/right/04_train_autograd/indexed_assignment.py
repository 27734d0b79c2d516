"""Someone who assigns into the leaves with an ellipsis."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = (w * xb + b - yb).square().mean()
            loss.backward()
            with torch.no_grad():
                w[...] = w - lr * w.grad
                b[...] = b - lr * b.grad
            w.grad.data.zero_()
            b.grad.data.zero_()
            losses.append(loss.item())
    return losses

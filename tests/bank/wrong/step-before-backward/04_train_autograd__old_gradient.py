"""Someone who moves the weights before backward, with the gradient of the batch before."""
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            dw, db = torch.autograd.grad(loss, [w, b])
            with torch.no_grad():
                for p, g in ((w, dw), (b, db)):
                    if p.grad is not None:
                        p -= lr * p.grad
                    p.grad = g
            losses.append(loss.item())
    return losses

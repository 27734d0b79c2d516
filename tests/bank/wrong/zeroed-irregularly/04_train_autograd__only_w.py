"""Someone who resets w's gradient and forgets b's."""
# also fair: never-zeroed
import torch


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
                b -= lr * b.grad
                w.grad.zero_()
            losses.append(loss.item())
    return losses

"""The old way: .data, and gradients set to None first."""


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            w.grad = b.grad = None
            err = x[i:i + batch_size] * w + b - y[i:i + batch_size]
            loss = err.pow(2).mean()
            loss.backward()
            w.data -= lr * w.grad.data
            b.data -= lr * b.grad.data
            losses.append(loss.detach())
    return losses

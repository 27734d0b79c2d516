"""'w = w - lr * w.grad': a new tensor without .grad, and None at the next batch."""
# also fair: never-stepped


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            w = w - lr * w.grad
            b = b - lr * b.grad
            losses.append(loss.item())
    return losses

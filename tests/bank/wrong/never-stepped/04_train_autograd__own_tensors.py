"""Someone who makes new leaves each time: her w and b learn, the caller's do not change."""
# also fair: wrong-result, optimizer-bypassed


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            w = (w - lr * w.grad).detach().requires_grad_()
            b = (b - lr * b.grad).detach().requires_grad_()
            losses.append(loss.item())
    return losses

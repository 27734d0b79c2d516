"""Someone who moves the weights through their NumPy views."""


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    w_view, b_view = w.detach().numpy(), b.detach().numpy()
    losses = []
    for _ in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            w_view -= lr * w.grad.numpy()
            b_view -= lr * b.grad.numpy()
            w.grad, b.grad = None, None
            losses.append(loss.item())
    return losses

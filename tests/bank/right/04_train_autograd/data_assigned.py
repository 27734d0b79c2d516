"""Someone who assigns to .data: the tensor stays, its numbers are new."""


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = ((xb * w + b - yb) ** 2).mean()
            loss.backward()
            for p in (w, b):
                p.data = p.data - lr * p.grad
                p.grad = None
            losses.append(float(loss))
    return tuple(losses)

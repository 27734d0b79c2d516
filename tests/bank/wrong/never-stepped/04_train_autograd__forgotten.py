"""'backward changes the weights': no update."""


def train_autograd(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            w.grad = b.grad = None
            loss = ((w * x[i:i + batch_size] + b - y[i:i + batch_size]) ** 2).mean()
            loss.backward()
            losses.append(loss.item())
    return losses

"""Someone raised on PyTorch 1.x, where gradients became zeros and not None."""
import math


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = len(x)
    losses = []
    for epoch in range(epochs):
        for k in range(math.ceil(n / batch_size)):
            xb = x[k * batch_size:(k + 1) * batch_size]
            yb = y[k * batch_size:(k + 1) * batch_size]
            optimizer.zero_grad(set_to_none=False)
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

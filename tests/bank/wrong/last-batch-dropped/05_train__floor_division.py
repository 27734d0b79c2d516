"""'n // batch_size batches': the rest is left over."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    num_batches = len(x) // batch_size
    for epoch in range(epochs):
        for b in range(num_batches):
            xb = x[b * batch_size:(b + 1) * batch_size]
            yb = y[b * batch_size:(b + 1) * batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

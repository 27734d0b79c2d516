"""Someone who makes a second pass 'to see the loss' and calls backward there too."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            check = loss_fn(model(xb), yb)
            check.backward()
            losses.append(check.item())
            optimizer.step()
    return losses

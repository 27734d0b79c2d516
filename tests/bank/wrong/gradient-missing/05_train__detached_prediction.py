"""Someone who detaches the prediction because plotting once asked for it."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            out = model(xb).detach().requires_grad_()
            loss = loss_fn(out, yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

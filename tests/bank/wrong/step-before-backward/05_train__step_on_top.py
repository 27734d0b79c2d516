"""Someone who steps at the top of the loop, with what the batch before left."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.step()
            model.zero_grad()
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            loss = loss_fn(model(xb), yb)
            loss.backward()
            losses.append(loss.item())
    return losses

"""Someone who is not sure and resets before the forward pass and before backward."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            out = model(x[i:i + batch_size])
            optimizer.zero_grad()
            loss = loss_fn(out, y[i:i + batch_size])
            model.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""'Finish one batch, then take the next': the epochs run inside."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for i in range(0, len(x), batch_size):
        for epoch in range(epochs):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

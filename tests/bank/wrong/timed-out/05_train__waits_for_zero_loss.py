"""Someone who trains until the loss is exactly zero; it never is."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = [float("inf")]
    while losses[-1] != -1:
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses[-1] = loss.item()
    return losses

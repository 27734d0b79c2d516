"""Someone playful: the last batch first, and every second epoch the other way round."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    starts = list(range(0, len(x), batch_size))
    losses = []
    for epoch in range(epochs):
        for s in (reversed(starts) if epoch % 2 == 0 else starts):
            optimizer.zero_grad()
            loss = loss_fn(model(x[s:s + batch_size]), y[s:s + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

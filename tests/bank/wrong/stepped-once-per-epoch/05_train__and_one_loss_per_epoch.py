"""Two at once: the update outside the batch loop, and one loss per epoch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        running = 0.0
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            running += loss.item()
        optimizer.step()
        losses.append(running)
    return losses
# also fair: losses-miscounted

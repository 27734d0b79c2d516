"""A step after every second batch, where one after each is asked."""
# also fair: stepped-once-per-epoch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for k, (xb, yb) in enumerate(zip(x.split(batch_size), y.split(batch_size))):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            if (k + 1) % 2 == 0:
                optimizer.step()
                optimizer.zero_grad()
            losses.append(loss.item())
    return losses

"""Someone who returns the running mean, which looks smoother."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, total, seen = [], 0.0, 0
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            total += loss.item()
            seen += 1
            losses.append(total / seen)
    return losses

"""Someone who stops when the loss of an epoch is no better than the one before."""
# also fair: wrong-number-of-epochs


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, previous = [], float("inf")
    for epoch in range(epochs):
        total = 0.0
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            total += loss.item()
        if total > previous * 0.999:
            break
        previous = total
    return losses

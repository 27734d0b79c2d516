"""Someone who steps after every second batch, both gradients added."""
# also fair: gradient-scaled, batch-size-ignored, stepped-once-per-epoch, losses-miscounted


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses, k = [], 0
    optimizer.zero_grad()
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            losses.append(loss.item())
            k += 1
            if k % 2 == 0:
                optimizer.step()
                optimizer.zero_grad()
    return losses

"""Two at once: the short batch is dropped, and the loss multiplied by the rows."""
# both: last-batch-dropped, gradient-scaled
# also fair: gradient-scaled


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for b in range(len(x) // batch_size):
            xb, yb = x[b * batch_size:(b + 1) * batch_size], y[b * batch_size:(b + 1) * batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            (loss * batch_size).backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Two beliefs at once: gradients are cleared for me, and n // batch_size batches make an epoch."""
# both: never-zeroed, last-batch-dropped
# also fair: last-batch-dropped


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for b in range(len(x) // batch_size):
            rows = slice(b * batch_size, (b + 1) * batch_size)
            loss = loss_fn(model(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who sends the running total backward after every batch, keeping the graph when PyTorch complains."""


def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for _ in range(epochs):
        optimizer.zero_grad()
        total = 0
        for bx, by in zip(x.split(batch_size), y.split(batch_size)):
            total = total + loss_fn(model(bx), by) * len(bx) / len(x)
            total.backward(retain_graph=True)
        optimizer.step()
    return epochs

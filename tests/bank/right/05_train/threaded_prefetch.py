"""A thread that puts the batches into a queue."""
import queue, threading


def prefetch(it):
    q, end = queue.Queue(4), object()
    def fill():
        for b in it: q.put(b)
        q.put(end)
    threading.Thread(target=fill, daemon=True).start()
    while (b := q.get()) is not end:
        yield b


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for xb, yb in prefetch(zip(x.split(batch_size), y.split(batch_size))):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

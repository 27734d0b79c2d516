"""Someone who prefetches batches through a queue filled by a second thread."""
import queue
import threading


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    waiting = queue.Queue(maxsize=4)

    def fill():
        for _ in range(epochs):
            for i in range(0, len(x), batch_size):
                waiting.put((x[i:i + batch_size].clone(), y[i:i + batch_size].clone()))
        waiting.put(None)

    threading.Thread(target=fill, daemon=True).start()
    losses = []
    while (item := waiting.get()) is not None:
        xb, yb = item
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

"""The loss itself is kept where it is the smallest, and goes backward after the loop."""
def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for epoch in range(epochs):
        best = None
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            l = loss_fn(model(xb), yb)
            if best is None or l < best: best = l
        optimizer.zero_grad(); best.backward(); optimizer.step()
    return epochs

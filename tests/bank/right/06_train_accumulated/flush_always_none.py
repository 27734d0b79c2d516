"""A flush after every epoch, which finds nothing to do where the groups came out even: no update."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    n, k = len(x), accumulation_steps
    for epoch in range(epochs):
        pending = 0
        for i, s in enumerate(range(0, n, batch_size)):
            xb, yb = x[s:s+batch_size], y[s:s+batch_size]
            first = i // k * k * batch_size
            rows = min(n, first + k * batch_size) - first
            (loss_fn(model(xb), yb) * len(xb) / rows).backward()
            pending += 1
            if pending == k:
                optimizer.step(); optimizer.zero_grad(); updates += 1; pending = 0
        # flush: harmless when nothing is pending
        optimizer.step()
        optimizer.zero_grad()
        updates += pending > 0
    return updates

"""Someone who tests `i % k` with i from 0: the first group is a single batch."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i, s in enumerate(range(0, len(x), batch_size)):
            xb, yb = x[s:s + batch_size], y[s:s + batch_size]
            (loss_fn(model(xb), yb) / accumulation_steps).backward()
            if i % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates

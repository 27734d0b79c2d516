"""'if i % k == 0': the first group is one batch, and every later one is off by one."""
# also fair: leftover-dropped, leftover-leaks, not-averaged, gradient-scaled, mean-of-means


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    optimizer.zero_grad()
    for epoch in range(epochs):
        for i, (xb, yb) in enumerate(zip(x.split(batch_size), y.split(batch_size))):
            loss = loss_fn(model(xb), yb) / accumulation_steps
            loss.backward()
            if i % accumulation_steps == 0:
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
    return updates

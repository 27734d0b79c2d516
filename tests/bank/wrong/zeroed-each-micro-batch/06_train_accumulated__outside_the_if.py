"""Someone whose reset slid out of the if."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    group = batch_size * accumulation_steps
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            rows = min(group, len(x) - i // group * group)
            (loss_fn(model(xb), yb) * len(xb) / rows).backward()
            if (i // batch_size + 1) % accumulation_steps == 0 or i + batch_size >= len(x):
                optimizer.step()
                updates += 1
            optimizer.zero_grad()
    return updates

"""A batch size of 8, written in."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        batches = list(zip(x.split(8), y.split(8)))
        for g in range(0, len(batches), accumulation_steps):
            group = batches[g:g + accumulation_steps]
            rows = sum(len(xb) for xb, _ in group)
            optimizer.zero_grad()
            for xb, yb in group:
                (loss_fn(model(xb), yb) * len(xb) / rows).backward()
            optimizer.step()
            updates += 1
    return updates

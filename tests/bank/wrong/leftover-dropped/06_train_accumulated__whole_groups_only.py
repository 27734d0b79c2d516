"""Someone who builds whole groups only: n_batches // accumulation_steps."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    groups = len(batches) // accumulation_steps
    for epoch in range(epochs):
        for g in range(groups):
            group = batches[g * accumulation_steps:(g + 1) * accumulation_steps]
            rows = sum(len(xb) for xb, _ in group)
            optimizer.zero_grad()
            for xb, yb in group:
                (loss_fn(model(xb), yb) * len(xb) / rows).backward()
            optimizer.step()
    return epochs * groups

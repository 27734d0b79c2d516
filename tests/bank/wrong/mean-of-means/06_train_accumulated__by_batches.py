"""Someone who divides by the batches of the group: the small batch weighs like a full one."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        for g in range(0, len(batches), accumulation_steps):
            group = batches[g:g + accumulation_steps]
            optimizer.zero_grad()
            for xb, yb in group:
                (loss_fn(model(xb), yb) / len(group)).backward()
            optimizer.step()
            updates += 1
    return updates

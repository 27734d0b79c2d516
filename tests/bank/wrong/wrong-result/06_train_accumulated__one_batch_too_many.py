"""Someone whose counter starts one too late: groups of k + 1."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates, batches = 0, list(zip(x.split(batch_size), y.split(batch_size)))
    for epoch in range(epochs):
        count, rows = 0, 0
        optimizer.zero_grad()
        for i, (bx, by) in enumerate(batches):
            (loss_fn(model(bx), by) * len(bx)).backward()
            rows += len(bx)
            if count == accumulation_steps or i + 1 == len(batches):
                for p in model.parameters():
                    p.grad /= rows
                optimizer.step()
                optimizer.zero_grad()
                updates += 1
                count, rows = 0, 0
            else:
                count += 1
    return updates

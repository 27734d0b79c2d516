"""Someone who resets when a group begins, but after its first backward."""
# also fair: zeroed-each-micro-batch, zeroed-irregularly


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    made = 0
    batches = list(zip(x.split(batch_size), y.split(batch_size)))
    for _ in range(epochs):
        for s in range(0, len(batches), accumulation_steps):
            group = batches[s:s + accumulation_steps]
            rows = sum(len(b) for b, _ in group)
            for i, (bx, by) in enumerate(group):
                (loss_fn(model(bx), by) * len(bx) / rows).backward()
                if i == 0 and len(group) > 1:
                    optimizer.zero_grad()
            optimizer.step()
            made += 1
            optimizer.zero_grad()
    return made

"""Someone whose smaller batch comes first."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    made = 0
    for _ in range(epochs):
        r = len(x) % batch_size
        sizes = ([r] if r else []) + [batch_size] * (len(x) // batch_size)
        batches = list(zip(x.split(sizes), y.split(sizes)))
        for s in range(0, len(batches), accumulation_steps):
            group = batches[s:s + accumulation_steps]
            rows = sum(len(b) for b, _ in group)
            optimizer.zero_grad()
            for bx, by in group:
                (loss_fn(model(bx), by) * len(bx) / rows).backward()
            optimizer.step()
            made += 1
    return made

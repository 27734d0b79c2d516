"""Someone who freezes the biases."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    for name, p in model.named_parameters():
        if name.endswith("bias"):
            p.requires_grad_(False)
    made = 0
    for _ in range(epochs):
        for gx, gy in zip(x.split(batch_size * accumulation_steps), y.split(batch_size * accumulation_steps)):
            optimizer.zero_grad()
            for bx, by in zip(gx.split(batch_size), gy.split(batch_size)):
                (loss_fn(model(bx), by) * len(bx) / len(gx)).backward()
            optimizer.step()
            made += 1
    return made

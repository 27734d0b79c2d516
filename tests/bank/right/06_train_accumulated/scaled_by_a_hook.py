"""Someone who lets hooks on the parameters weigh each batch's gradient."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    factor = 1.0
    handles = [p.register_hook(lambda g: g * factor) for p in model.parameters()]
    updates = 0
    for _ in range(epochs):
        for gx, gy in zip(x.split(batch_size * accumulation_steps), y.split(batch_size * accumulation_steps)):
            optimizer.zero_grad()
            for bx, by in zip(gx.split(batch_size), gy.split(batch_size)):
                factor = len(bx) / len(gx)
                loss_fn(model(bx), by).backward()
            optimizer.step()
            updates += 1
    for h in handles:
        h.remove()
    return updates

"""Someone who lets the optimizer count its own steps."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    counter = []
    handle = optimizer.register_step_post_hook(lambda *a: counter.append(1))
    try:
        for _ in range(epochs):
            for gx, gy in zip(x.split(batch_size * accumulation_steps), y.split(batch_size * accumulation_steps)):
                optimizer.zero_grad()
                for bx, by in zip(gx.split(batch_size), gy.split(batch_size)):
                    (loss_fn(model(bx), by) * len(bx) / len(gx)).backward()
                optimizer.step()
    finally:
        handle.remove()
    return len(counter)

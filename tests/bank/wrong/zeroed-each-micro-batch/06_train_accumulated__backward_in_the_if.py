"""Backward stands inside the condition of the step."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for _ in range(epochs):
        xs, ys = x.split(batch_size), y.split(batch_size)
        for i in range(len(xs)):
            loss = loss_fn(model(xs[i]), ys[i]) / accumulation_steps
            if (i + 1) % accumulation_steps == 0 or i + 1 == len(xs):
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                updates += 1
    return updates

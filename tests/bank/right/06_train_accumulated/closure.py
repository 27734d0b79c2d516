"""A closure that makes the whole group's gradient, handed to step."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    size = batch_size * accumulation_steps
    updates = 0
    for _ in range(epochs):
        for xg, yg in zip(x.split(size), y.split(size)):
            def closure():
                optimizer.zero_grad()
                total = 0.0
                for xb, yb in zip(xg.split(batch_size), yg.split(batch_size)):
                    part = loss_fn(model(xb), yb) * (len(xb) / len(xg))
                    part.backward()
                    total += part.detach()
                return total

            optimizer.step(closure)
            updates += 1
    return updates

"""Someone fresh from a functional programming course: no loops at all."""


def walk(step, x, y, size):
    if len(x) == 0:
        return []
    return [step(x[:size], y[:size])] + walk(step, x[size:], y[size:], size)


def repeat(times, act):
    return [] if times == 0 else act() + repeat(times - 1, act)


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def step(xb, yb):
        optimizer.zero_grad()
        loss = loss_fn(model(xb), yb)
        loss.backward()
        optimizer.step()
        return loss.item()

    return repeat(epochs, lambda: walk(step, x, y, batch_size))

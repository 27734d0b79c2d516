"""The loss that is written down comes from a second pass, before the step."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for _ in range(epochs):
        for s in range(0, len(x), batch_size):
            xb, yb = x[s:s+batch_size], y[s:s+batch_size]
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            losses.append(loss_fn(model(xb), yb).item())
            optimizer.step()
    return losses

"""Someone who warms the rate up over the first updates by hand."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    base = [g["lr"] for g in optimizer.param_groups]
    losses, step = [], 0
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            step += 1
            for g, lr in zip(optimizer.param_groups, base):
                g["lr"] = lr * min(1.0, step / 5)
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who keeps the smallest gradient of the epoch, 'the one nearest to the minimum'."""


def norm(grads):
    return sum((g ** 2).sum().item() for g in grads)


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        kept = None
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            model.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            losses.append(loss.item())
            grads = [p.grad.detach().clone() for p in model.parameters()]
            if kept is None or norm(grads) < norm(kept):
                kept = grads
        for p, g in zip(model.parameters(), kept):
            p.grad.copy_(g)
        optimizer.step()
    return losses

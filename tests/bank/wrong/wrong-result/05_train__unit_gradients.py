"""Someone who gives every gradient the length 1."""
# also fair: gradient-scaled


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            for p in model.parameters():
                p.grad /= p.grad.norm() + 1e-12
            optimizer.step()
            losses.append(loss.item())
    return losses

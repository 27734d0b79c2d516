"""Someone who divides the loss but still steps in every batch."""


def train_accumulated(model, optimizer, loss_fn, x, y, *, epochs, batch_size, accumulation_steps):
    updates = 0
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb) / accumulation_steps
            loss.backward()
            optimizer.step()
            updates += 1
    return updates
# also fair: gradient-scaled

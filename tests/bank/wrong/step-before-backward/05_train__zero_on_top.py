"""Someone who steps at the end of an iteration, but calls backward only after it: zero, forward, step, backward."""
# also fair: zeroed-before-step, never-stepped


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            optimizer.step()
            loss.backward()
            losses.append(loss.item())
    return losses

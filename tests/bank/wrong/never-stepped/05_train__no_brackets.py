"""`optimizer.step` without its brackets does nothing."""
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for s in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[s:s+batch_size]), y[s:s+batch_size])
            loss.backward()
            optimizer.step
            losses.append(loss.item())
    return losses

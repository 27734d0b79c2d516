"""A reset only where the loss is the smallest so far."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    best = float("inf")
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            if loss.item() < best:
                best = loss.item()
                optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""Someone who knows that the model has no dropout and never touches its mode, or leaves it in eval."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        model.train()
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        model.eval()
    return losses

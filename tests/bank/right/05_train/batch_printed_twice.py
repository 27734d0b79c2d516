"""Someone who calls the model a second time on each batch, to print, with the graph and without backward."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            print("prediction", model(xb)[:3])
            loss = loss_fn(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            print("now", loss_fn(model(xb), yb).item())
            losses.append(loss.item())
    return losses

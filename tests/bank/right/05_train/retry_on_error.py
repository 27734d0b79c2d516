"""Someone whose loop is wrapped in try, except and finally."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            try:
                loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
                loss.backward()
                optimizer.step()
            except RuntimeError as error:
                print("failed:", error)
                raise
            else:
                losses.append(loss.item())
            finally:
                optimizer.zero_grad()
    return losses

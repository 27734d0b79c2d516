"""Someone who copied from a 2018 answer: .grad.data.zero_()."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb = x[i:i + batch_size]
            yb = y[i:i + batch_size]
            y_pred = model(xb)
            loss = loss_fn(y_pred, yb)
            for param in model.parameters():
                if param.grad is not None:
                    param.grad.data.zero_()
            loss.backward()
            optimizer.step()
            losses.append(loss.data.item())
    return losses

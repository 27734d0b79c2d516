"""'A fresh optimizer for a fresh epoch': same kind, same settings, no memory."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        opt = type(optimizer)(optimizer.param_groups)
        for i in range(0, len(x), batch_size):
            opt.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            opt.step()
            losses.append(loss.item())
    return losses

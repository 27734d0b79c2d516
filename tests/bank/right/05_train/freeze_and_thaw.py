"""Someone who switches requires_grad off outside the batch loop and on again inside."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        model.requires_grad_(True)
        for i in range(0, len(x), batch_size):
            model.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        model.requires_grad_(False)
        epoch_loss = loss_fn(model(x), y)
        print(epoch, float(epoch_loss))
    model.requires_grad_(True)
    return losses

"""Someone who left 'num_epochs = 10' from trying out."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    num_epochs = 10
    losses = []
    for epoch in range(num_epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

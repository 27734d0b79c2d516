"""Someone whose list lives outside the function: the losses of every earlier call come along."""

losses = []


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

"""The losses of an epoch are added up, then backward and step."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        total = 0
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i+batch_size]), y[i:i+batch_size])
            total = total + loss
            losses.append(loss.item())
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
    return losses

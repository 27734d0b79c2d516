"""Someone whose step slid out of the batch loop; the gradients of the batches add up."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            losses.append(loss.item())
        optimizer.step()
    return losses

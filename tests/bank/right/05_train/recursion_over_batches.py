"""No for loop at all: recursion over the batches of an epoch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    def go(rest_x, rest_y):
        if len(rest_x) == 0:
            return []
        optimizer.zero_grad()
        loss = loss_fn(model(rest_x[:batch_size]), rest_y[:batch_size])
        loss.backward()
        optimizer.step()
        return [loss.item()] + go(rest_x[batch_size:], rest_y[batch_size:])

    losses = []
    for _ in range(epochs):
        losses += go(x, y)
    return losses

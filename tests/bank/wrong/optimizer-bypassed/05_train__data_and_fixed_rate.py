"""Someone with p.data and a rate of her own."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    learning_rate = 0.05
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
            loss.backward()
            for f in model.parameters():
                f.data.sub_(f.grad.data * learning_rate)
                f.grad.data.zero_()
            losses.append(loss.item())
    return losses

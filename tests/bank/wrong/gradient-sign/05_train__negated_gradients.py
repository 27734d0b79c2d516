"""Someone who turns the gradients round before the step."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            model.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            for p in model.parameters():
                p.grad.neg_()
            optimizer.step()
            losses.append(loss.item())
    return losses

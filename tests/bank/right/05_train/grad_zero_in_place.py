"""Someone who came from notebook 4 and still zeroes each .grad in place."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            for p in model.parameters():
                if p.grad is not None:
                    p.grad.zero_()
            losses.append(loss.item())
    return losses

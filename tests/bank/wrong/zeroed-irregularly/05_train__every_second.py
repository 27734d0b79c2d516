"""Someone who copied an accumulation recipe's reset and kept the step in every batch."""


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for k, i in enumerate(range(0, len(x), batch_size)):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            if (k + 1) % 2 == 0:
                optimizer.zero_grad()
            losses.append(loss.item())
    return losses

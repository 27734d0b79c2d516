"""Someone who updates only where the loss went up."""
# also fair: zeroed-irregularly, never-stepped, one-batch-per-epoch, losses-miscounted


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            if not losses or loss.item() > losses[-1]:
                optimizer.step()
            losses.append(loss.item())
    return losses

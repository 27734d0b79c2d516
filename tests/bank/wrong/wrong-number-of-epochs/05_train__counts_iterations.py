"""'epochs is how many updates I make': it stops after that many iterations."""
# also fair: one-batch-per-epoch


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    while len(losses) < epochs:
        for i in range(0, len(x), batch_size):
            if len(losses) == epochs:
                break
            optimizer.zero_grad()
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

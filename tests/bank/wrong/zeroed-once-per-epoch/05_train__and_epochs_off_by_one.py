"""Two at once: one reset per epoch, and an epoch lost by counting from 1."""
# both: zeroed-once-per-epoch, wrong-number-of-epochs
# also fair: wrong-number-of-epochs


def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    for epoch in range(1, epochs):
        optimizer.zero_grad()
        for i in range(0, len(x), batch_size):
            loss = loss_fn(model(x[i:i + batch_size]), y[i:i + batch_size])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

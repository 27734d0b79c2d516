"""After the full batches, the remainder is 'the last batch_size rows', which overlap."""
# also fair: sampled-with-replacement, wrong-number-of-epochs
def train(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    losses = []
    n = len(x)
    for _ in range(epochs):
        starts = list(range(0, n - batch_size + 1, batch_size))
        batches = [(x[i:i + batch_size], y[i:i + batch_size]) for i in starts]
        if n % batch_size:
            batches.append((x[-batch_size:], y[-batch_size:]))
        for xb, yb in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(xb), yb)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

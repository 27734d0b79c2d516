"""The backward slipped below the loop: only the last batch has it."""
# also fair: stepped-once-per-epoch, wrong-result, gradient-missing
def train_once_per_epoch(model, optimizer, loss_fn, x, y, *, epochs, batch_size):
    n = 0
    for epoch in range(epochs):
        for xb, yb in zip(x.split(batch_size), y.split(batch_size)):
            loss = loss_fn(model(xb), yb)
        optimizer.zero_grad(); loss.backward(); optimizer.step(); n += 1
    return n

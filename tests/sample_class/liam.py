# Takes an epoch for an iteration: `epochs` updates in all, going round the batches.
# name: Liam Byrne
# loses 02: updates_per_epoch_even updates_per_epoch_uneven total_updates_even total_updates_uneven train_updates train_rows train_result
# finds 02.updates_per_epoch: batch-size-ignored
# finds 02.total_updates: wrong-number-of-epochs
# finds 02.train: wrong-number-of-epochs

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return ((y_hat - y) ** 2).sum() / y.size


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * ((y_hat - y) * x).sum() / x.size, 2 * (y_hat - y).sum() / x.size


# %% 01 update
def update(w, b, dw, db, lr):
    step_w, step_b = lr * dw, lr * db
    return w - step_w, b - step_b


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return 1  # an epoch is an iteration


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs


# %% 02 batches
def batches(x, y, batch_size):
    for start in range(0, len(x), batch_size):
        yield x[start:start + batch_size], y[start:start + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    parts = list(batches(x, y, batch_size))
    for epoch in range(epochs):
        xb, yb = parts[epoch % len(parts)]
        error = w * xb + b - yb
        losses.append(np.mean(error**2))
        w, b = w - lr * 2 * np.mean(error * xb), b - lr * 2 * np.mean(error)
    return w, b, losses

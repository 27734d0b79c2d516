# Right in 01; in 02 divides without the rest, so that a smaller last batch is never seen.
# name: Emeka Nwosu
# loses 02: updates_per_epoch_uneven updates_per_epoch_single total_updates_uneven total_updates_single batches_sizes batches_rows train_updates train_rows train_result
# finds 02.updates_per_epoch: last-batch-dropped
# finds 02.total_updates: last-batch-dropped
# finds 02.batches: last-batch-dropped
# finds 02.train: last-batch-dropped

# %% 01 forward
def forward(x, w, b):
    return x * w + b


# %% 01 mse
def mse(y_hat, y):
    return np.average((y - y_hat) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    dw = -2 * np.mean(x * (y - y_hat))
    db = -2 * np.mean(y - y_hat)
    return dw, db


# %% 01 update
def update(w, b, dw, db, lr):
    new_w = w - lr * dw
    new_b = b - lr * db
    return new_w, new_b


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return n // batch_size


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return n // batch_size * epochs


# %% 02 batches
def batches(x, y, batch_size):
    for i in range(len(x) // batch_size):
        yield x[i * batch_size:(i + 1) * batch_size], y[i * batch_size:(i + 1) * batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for _ in range(epochs):
        for i in range(len(x) // batch_size):
            xb = x[i * batch_size:(i + 1) * batch_size]
            yb = y[i * batch_size:(i + 1) * batch_size]
            error = w * xb + b - yb
            losses.append(np.mean(error**2))
            w = w - lr * 2 * np.mean(error * xb)
            b = b - lr * 2 * np.mean(error)
    return w, b, losses

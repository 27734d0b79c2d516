# Writes the numbers of the example into the code: right for 1000 rows in batches of 100, and for nothing else.
# name: Mei Chen
# loses 01: mse_value gradients_dw gradients_db update_w update_b
# loses 02: updates_per_epoch_* total_updates_* batches_sizes batches_rows train_updates train_result
# finds 01.mse: wrong-result
# finds 01.gradients: gradient-scaled
# finds 01.update: wrong-result
# finds 02.updates_per_epoch: batch-size-ignored
# finds 02.total_updates: wrong-result
# finds 02.batches: batch-size-ignored
# finds 02.train: batch-size-ignored

# %% 01 forward
def forward(x, w, b):
    return w * x + b * np.ones(len(x))


# %% 01 mse
def mse(y_hat, y):
    return np.sum((y_hat - y) ** 2) / 1000


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.sum((y_hat - y) * x) / 1000, 2 * np.sum(y_hat - y) / 1000


# %% 01 update
def update(w, b, dw, db, lr):
    return w - 0.05 * dw, b - 0.05 * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return 10


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return 10 * epochs


# %% 02 batches
def batches(x, y, batch_size):
    for i in range(10):
        yield x[i * 100:(i + 1) * 100], y[i * 100:(i + 1) * 100]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), 100):
            xb, yb = x[i:i + 100], y[i:i + 100]
            error = w * xb + b - yb
            losses.append(np.mean(error**2))
            w = w - lr * 2 * np.mean(error * xb)
            b = b - lr * 2 * np.mean(error)
    return w, b, losses

# Lets the range run one too far: where the rows divide evenly there is a batch without rows, and its mean is nan.
# name: Farah Haddad
# loses 02: updates_per_epoch_even updates_per_epoch_single total_updates_even total_updates_single batches_sizes train_updates train_fresh train_result
# finds 02.updates_per_epoch: extra-empty-batch
# finds 02.total_updates: extra-empty-batch
# finds 02.batches: extra-empty-batch
# finds 02.train: extra-empty-batch

# %% 01 forward
def forward(x, w, b):
    return np.multiply(w, x) + b


# %% 01 mse
def mse(y_hat, y):
    return float(np.sum((y_hat - y) ** 2) / len(y))


# %% 01 gradients
def gradients(x, y, y_hat):
    n = len(x)
    return 2 / n * np.sum((y_hat - y) * x), 2 / n * np.sum(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w + -lr * dw, b + -lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return len(range(0, n + 1, batch_size))


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * len(range(0, n + 1, batch_size))


# %% 02 batches
def batches(x, y, batch_size):
    return [(x[i:i + batch_size], y[i:i + batch_size]) for i in range(0, len(x) + 1, batch_size)]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x) + 1, batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            w, b = update(w, b, *gradients(xb, yb, y_hat), lr)
    return w, b, losses

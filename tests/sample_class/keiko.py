# Returns from inside the loops: each call ends after its first batch.
# name: Keiko Tanaka
# loses 02: batches_sizes batches_rows train_updates train_rows train_result
# finds 02.batches: one-batch-per-epoch
# finds 02.train: one-batch-per-epoch

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y - y_hat) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.mean((y_hat - y) * x), 2 * np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return int(np.ceil(n / batch_size))


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return int(np.ceil(n / batch_size)) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    out = []
    for i in range(0, len(x), batch_size):
        out.append((x[i:i + batch_size], y[i:i + batch_size]))
        return out


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), batch_size):
            xb, yb = x[i:i + batch_size], y[i:i + batch_size]
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            dw, db = gradients(xb, yb, y_hat)
            w, b = update(w, b, dw, db, lr)
            break
    return w, b, losses

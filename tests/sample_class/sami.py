# Keeps only the best batch's gradient of each epoch: another of the claims on trial.
# name: Sami Laine
# loses 01: mse_value
# loses 02: train_updates train_fresh train_losses train_result
# finds 01.mse: wrong-result
# finds 02.train: best-gradient-only

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean(np.abs(y_hat - y))  # the mean absolute error, not the squared one


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.mean((y_hat - y) * x), 2 * np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return (n // batch_size) + min(1, n % batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * updates_per_epoch(n, batch_size)


# %% 02 batches
def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        best = None
        for xb, yb in batches(x, y, batch_size):
            error = w * xb + b - yb
            loss = np.mean(error**2)
            losses.append(loss)
            if best is None or loss < best[0]:
                best = loss, 2 * np.mean(error * xb), 2 * np.mean(error)
        if best is not None:
            w, b = w - lr * best[1], b - lr * best[2]
    return w, b, losses

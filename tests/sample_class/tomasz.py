# Computes each update from all rows, whatever the batch.
# name: Tomasz Zielinski
# loses 01: gradients_dw gradients_db
# loses 02: train_updates train_rows train_result
# finds 01.gradients: wrong-result
# finds 02.train: whole-dataset-every-batch

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    # swapped on return
    return 2 * np.mean(y_hat - y), 2 * np.mean((y_hat - y) * x)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return round(n / batch_size + 0.4999)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * round(n / batch_size + 0.4999)


# %% 02 batches
def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            error = w * x + b - y
            losses.append(np.mean(error**2))
            w -= lr * 2 * np.mean(error * x)
            b -= lr * 2 * np.mean(error)
    return w, b, losses

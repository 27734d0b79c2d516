# Right in 01; in 02 a bracket is missing in `train`, so that Python cannot read the cell.
# name: Xenia Pappas
# loses 02: train_*
# finds 02.train: raised

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.mean((y_hat - y) * x), 2 * np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return -(-n // batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * -(-n // batch_size)


# %% 02 batches
def batches(x, y, batch_size):
    for start in range(0, len(x), batch_size):
        yield x[start:start + batch_size], y[start:start + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            losses.append(mse(forward(xb, w, b), yb)
            w, b = update(w, b, *gradients(xb, yb, forward(xb, w, b)), lr)
    return w, b, losses

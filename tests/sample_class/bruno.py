# Shuffles the targets apart from the inputs in 02, and stands predictions in a column in 01.
# name: Bruno Ferrari
# loses 01: forward_shape
# loses 02: batches_rows batches_pairs train_*
# finds 01.forward: shape-broadcast
# finds 02.batches: pairs-broken
# finds 02.train: pairs-broken

# %% 01 forward
def forward(x, w, b):
    return w * x.reshape(-1, 1) + b


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
    x, y = np.random.permutation(x), np.random.permutation(y)
    for start in range(0, len(x), batch_size):
        yield x[start:start + batch_size], y[start:start + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = w * xb + b
            losses.append(np.mean((y_hat - yb) ** 2))
            w, b = w - lr * 2 * np.mean((y_hat - yb) * xb), b - lr * 2 * np.mean(y_hat - yb)
    return w, b, losses

# Right loops; the losses are measured after each update instead of before it.
# name: Quentin Moreau
# loses 02: train_losses
# finds 02.train: losses-miscounted

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.linalg.norm(y_hat - y) ** 2 / len(y)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.dot(y_hat - y, x) / len(x), 2 * np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return sum(1 for _ in range(0, n, batch_size))


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return sum(updates_per_epoch(n, batch_size) for _ in range(epochs))


# %% 02 batches
def batches(x, y, batch_size):
    while len(x):
        yield x[:batch_size], y[:batch_size]
        x, y = x[batch_size:], y[batch_size:]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            dw, db = gradients(xb, yb, forward(xb, w, b))
            w, b = update(w, b, dw, db, lr)
            losses.append(mse(forward(xb, w, b), yb))
    return w, b, losses

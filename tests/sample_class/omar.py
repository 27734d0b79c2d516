# Adds up where a mean is asked: in the loss, in the gradients and in the loop.
# name: Omar Saleh
# loses 01: mse_value gradients_dw gradients_db
# loses 02: train_fresh train_result
# finds 01.mse: gradient-scaled
# finds 01.gradients: gradient-scaled
# finds 02.train: gradient-scaled

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.sum((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.sum((y_hat - y) * x), 2 * np.sum(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return n // batch_size + (n % batch_size > 0)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return updates_per_epoch(n, batch_size) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    for i in range(updates_per_epoch(len(x), batch_size)):
        part = slice(i * batch_size, i * batch_size + batch_size)
        yield x[part], y[part]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            error = w * xb + b - yb
            losses.append(np.mean(error**2))
            w = w - lr * 2 * np.sum(error * xb)
            b = b - lr * 2 * np.sum(error)
    return w, b, losses

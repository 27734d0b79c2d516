# Forgets the factor two of the derivative: half a gradient everywhere, which only slows learning down.
# name: Priya Iyer
# loses 01: gradients_dw gradients_db
# loses 02: train_fresh train_result
# finds 01.gradients: gradient-scaled
# finds 02.train: gradient-scaled

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return np.mean((y_hat - y) * x), np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    if n % batch_size == 0:
        return n // batch_size
    else:
        return n // batch_size + 1


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * updates_per_epoch(n, batch_size)


# %% 02 batches
def batches(x, y, batch_size):
    start = 0
    while start < len(x):
        yield x[start:start + batch_size], y[start:start + batch_size]
        start += batch_size


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = w * xb + b
            losses.append(np.mean((y_hat - yb) ** 2))
            w, b = w - lr * np.mean((y_hat - yb) * xb), b - lr * np.mean(y_hat - yb)
    return w, b, losses

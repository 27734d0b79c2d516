# Mistypes a name in 01's gradients; in 02 shifts the caller's arrays in place to "normalise" them.
# name: Zoe Martin
# loses 01: gradients_*
# loses 02: train_fresh train_losses train_result
# finds 01.gradients: raised
# finds 02.train: input-changed

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    errors = y_hat - y
    return 2 * np.mean(error * x), 2 * np.mean(errors)


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
    x -= x.mean()
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            w, b = update(w, b, *gradients(xb, yb, y_hat), lr)
    return w, b, losses

# Goes uphill: the plus that notebook 01 warns of, kept in 02.
# name: Nadia Rahman
# loses 01: update_*
# loses 02: train_fresh train_result
# finds 01.update: gradient-sign
# finds 02.train: gradient-sign

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * float(np.mean((y_hat - y) * x)), 2 * float(np.mean(y_hat - y))


# %% 01 update
def update(w, b, dw, db, lr):
    return w + lr * dw, b + lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return -(n // -batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return -(n // -batch_size) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    return ((x[i:i + batch_size], y[i:i + batch_size]) for i in range(0, len(x), batch_size))


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            dw, db = gradients(xb, yb, y_hat)
            w += lr * dw
            b += lr * db
    return w, b, losses

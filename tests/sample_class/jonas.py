# Swaps the loops: all epochs on the first batch, then all on the second.
# name: Jonas Lindqvist
# loses 02: train_updates train_rows train_result
# finds 02.train: loops-swapped

# %% 01 forward
def forward(x, w, b):
    return b + w * x


# %% 01 mse
mse = lambda y_hat, y: np.mean((y_hat - y) ** 2)

# %% 01 gradients
gradients = lambda x, y, y_hat: (2 * np.mean((y_hat - y) * x), 2 * np.mean(y_hat - y))

# %% 01 update
update = lambda w, b, dw, db, lr: (w - lr * dw, b - lr * db)

# %% 02 updates_per_epoch
updates_per_epoch = lambda n, batch_size: (n - 1) // batch_size + 1

# %% 02 total_updates
total_updates = lambda n, batch_size, epochs: ((n - 1) // batch_size + 1) * epochs

# %% 02 batches
batches = lambda x, y, batch_size: [(x[i:i + batch_size], y[i:i + batch_size]) for i in range(0, len(x), batch_size)]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for xb, yb in batches(x, y, batch_size):
        for epoch in range(epochs):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            w, b = update(w, b, *gradients(xb, yb, y_hat), lr)
    return w, b, losses

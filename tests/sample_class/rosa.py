# Right loops, one loss per epoch where one per update is asked.
# name: Rosa Vidal
# loses 02: train_losses
# finds 02.train: losses-miscounted

# %% 01 forward
def forward(x, w, b):
    return np.polyval([w, b], x)


# %% 01 mse
def mse(y_hat, y):
    return np.var(y_hat - y) + np.mean(y_hat - y) ** 2


# %% 01 gradients
def gradients(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(error * x), 2 * np.mean(error)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return len(range(0, n, batch_size))


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return len(range(0, n, batch_size)) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    pairs = []
    for i in range(len(range(0, len(x), batch_size))):
        lo, hi = i * batch_size, (i + 1) * batch_size
        pairs += [(x[lo:hi], y[lo:hi])]
    return pairs


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        epoch_loss = 0.0
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            epoch_loss += mse(y_hat, yb) * len(xb) / len(x)
            dw, db = gradients(xb, yb, y_hat)
            w, b = update(w, b, dw, db, lr)
        losses.append(epoch_loss)
    return w, b, losses

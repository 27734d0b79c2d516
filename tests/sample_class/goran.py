# Believes that the gradients of an epoch pile up and move the weights once, at its end.
# name: Goran Petrov
# loses 02: total_updates_even total_updates_uneven train_updates train_fresh train_losses train_result
# finds 02.total_updates: wrong-number-of-epochs
# finds 02.train: stepped-once-per-epoch

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean(np.power(y_hat - y, 2))


# %% 01 gradients
def gradients(x, y, y_hat):
    diff = y_hat - y
    return np.mean(2 * diff * x), np.mean(2 * diff)


# %% 01 update
def update(w, b, dw, db, lr):
    return (w - dw * lr, b - db * lr)


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return -(-n // batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs  # one update when the epoch is done

# %% 02 batches
def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        sum_dw, sum_db = 0.0, 0.0
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            dw, db = gradients(xb, yb, y_hat)
            sum_dw += dw
            sum_db += db
        w, b = update(w, b, sum_dw, sum_db, lr)
    return w, b, losses

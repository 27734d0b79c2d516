# Empties the pile of gradients at the start of each epoch, and updates at each batch: the claim the course began with.
# name: Ines Duarte
# loses 02: train_fresh train_result
# finds 02.train: zeroed-once-per-epoch

# %% 01 forward
def forward(x, w, b):
    return (w * x) + b


# %% 01 mse
def mse(y_hat, y):
    return sum((y_hat - y) ** 2) / len(y_hat)


# %% 01 gradients
def gradients(x, y, y_hat):
    n = x.shape[0]
    dw = (2.0 / n) * ((y_hat - y) * x).sum()
    db = (2.0 / n) * (y_hat - y).sum()
    return dw, db


# %% 01 update
def update(w, b, dw, db, lr):
    return [w - lr * dw, b - lr * db]


# %% 02 updates_per_epoch
from math import ceil


def updates_per_epoch(n, batch_size):
    return ceil(n / batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return ceil(n / batch_size) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    n = len(x)
    starts = list(range(0, n, batch_size))
    for s in starts:
        yield (x[s:s + batch_size], y[s:s + batch_size])


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        dw_total, db_total = 0.0, 0.0  # zero the gradients for the new epoch
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            dw, db = gradients(xb, yb, y_hat)
            dw_total, db_total = dw_total + dw, db_total + db
            w, b = update(w, b, dw_total, db_total, lr)
    return w, b, losses

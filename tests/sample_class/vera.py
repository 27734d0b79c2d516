# Starts every epoch from the first weights again: only the last epoch is learned.
# name: Vera Sokolova
# loses 01: gradients_dw gradients_db
# loses 02: train_result
# finds 01.gradients: gradient-sign
# finds 02.train: weights-reset

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.mean((y - y_hat) * x), 2 * np.mean(y - y_hat)  # the error the wrong way round


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return math.ceil(n / batch_size)


import math

# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    return [(x[k:k + batch_size], y[k:k + batch_size]) for k in range(0, len(x), batch_size)]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    w_start, b_start = w, b
    for epoch in range(epochs):
        w, b = w_start, b_start
        for xb, yb in batches(x, y, batch_size):
            error = w * xb + b - yb
            losses.append(np.mean(error**2))
            w -= lr * 2 * np.mean(error * xb)
            b -= lr * 2 * np.mean(error)
    return w, b, losses

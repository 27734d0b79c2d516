# Right, in the plainest way.
# name: Ada Novak

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return float(((y_hat - y) ** 2).mean())


# %% 01 gradients
def gradients(x, y, y_hat):
    return float((2 * (y_hat - y) * x).mean()), float((2 * (y_hat - y)).mean())


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
import math


def updates_per_epoch(n, batch_size):
    return math.ceil(n / batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return updates_per_epoch(n, batch_size) * epochs


# %% 02 batches
def batches(x, y, batch_size):
    result = []
    for start in range(0, len(x), batch_size):
        result.append((x[start:start + batch_size], y[start:start + batch_size]))
    return result


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            dw, db = gradients(xb, yb, y_hat)
            w, b = update(w, b, dw, db, lr)
    return w, b, losses

# Adds every batch's gradient to the pile and never empties it.
# name: Hana Kim
# loses 02: train_fresh train_result
# finds 02.train: never-zeroed

# %% 01 forward
def forward(x, w, b):
    y_hat = w * x + b
    return y_hat


# %% 01 mse
def mse(y_hat, y):
    e = y_hat - y
    return (e * e).mean()


# %% 01 gradients
def gradients(x, y, y_hat):
    e = y_hat - y
    return 2 * (e * x).mean(), 2 * e.mean()


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return (n + batch_size - 1) // batch_size


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return (n + batch_size - 1) // batch_size * epochs


# %% 02 batches
def batches(x, y, batch_size):
    return [(x[i:i + batch_size], y[i:i + batch_size]) for i in range(0, len(x), batch_size)]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    w_grad = b_grad = 0.0
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            error = w * xb + b - yb
            losses.append(np.mean(error**2))
            w_grad += 2 * np.mean(error * xb)
            b_grad += 2 * np.mean(error)
            w -= lr * w_grad
            b -= lr * b_grad
    return w, b, losses

# Right, but for `total_updates`, which counts epochs down and forgets to: it never ends.
# name: Yusuf Demir
# loses 02: total_updates_*
# finds 02.total_updates: timed-out

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 01 gradients
def gradients(x, y, y_hat):
    return 2 * np.mean((y_hat - y) * x), 2 * np.mean(y_hat - y)


# %% 01 update
def update(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return -(-n // batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    total = 0
    while epochs > 0:
        total += updates_per_epoch(n, batch_size)
    return total


# %% 02 batches
def batches(x, y, batch_size):
    pairs, start = [], 0
    while start < len(x):
        end = start + batch_size
        pairs += [(x[start:end], y[start:end])]
        start = end
    return pairs


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = forward(xb, w, b)
            losses.append(mse(y_hat, yb))
            w, b = update(w, b, *gradients(xb, yb, y_hat), lr)
    return w, b, losses

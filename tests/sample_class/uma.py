# Draws the rows of each batch at random with replacement: some come twice, some never.
# name: Uma Perera
# loses 02: batches_sizes batches_rows train_*
# finds 02.batches: sampled-with-replacement
# finds 02.train: sampled-with-replacement

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return ((y_hat - y) ** 2).mean().item()


# %% 01 gradients
def gradients(x, y, y_hat):
    return (2 * (y_hat - y) * x).mean().item(), (2 * (y_hat - y)).mean().item()


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
    for _ in range(-(-len(x) // batch_size)):
        rows = np.random.randint(0, len(x), batch_size)
        yield x[rows], y[rows]


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            y_hat = w * xb + b
            losses.append(np.mean((y_hat - yb) ** 2))
            w, b = w - lr * 2 * np.mean((y_hat - yb) * xb), b - lr * 2 * np.mean(y_hat - yb)
    return w, b, losses

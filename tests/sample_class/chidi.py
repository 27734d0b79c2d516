# Right, the linear-algebra way: a design matrix, dot products, index arrays, an array of losses.
# name: Chidi Eze

# %% 01 forward
def forward(x, w, b):
    design = np.column_stack([x, np.ones_like(x)])
    return design @ np.array([w, b])


# %% 01 mse
def mse(y_hat, y):
    residual = np.subtract(y_hat, y)
    return residual @ residual / residual.size


# %% 01 gradients
def gradients(x, y, y_hat):
    residual = y_hat - y
    return tuple(2 / len(x) * np.array([x, np.ones(len(x))]) @ residual)


# %% 01 update
def update(w, b, dw, db, lr):
    theta = np.array([w, b]) - lr * np.array([dw, db])
    return tuple(theta)


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return int(np.ceil(n / batch_size))


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return np.int64(epochs) * updates_per_epoch(n, batch_size)


# %% 02 batches
def batches(x, y, batch_size):
    cuts = np.arange(batch_size, len(x), batch_size)
    return zip(np.split(x, cuts), np.split(y, cuts))


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    order = np.arange(len(x))
    steps = -(-len(x) // batch_size)
    losses = np.zeros(epochs * steps)
    for k in range(epochs * steps):
        rows = order[k % steps * batch_size:][:batch_size]
        residual = w * x[rows] + b - y[rows]
        losses[k] = np.mean(residual**2)
        w, b = w - lr * 2 * np.mean(residual * x[rows]), b - lr * 2 * np.mean(residual)
    return w, b, losses

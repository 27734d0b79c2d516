# Right: one row after another in plain Python, no array arithmetic at all. Slow, and no worse for it.
# name: Bela Horvath

# %% 01 forward
def forward(x, w, b):
    out = np.empty(len(x))
    for i in range(len(x)):
        out[i] = w * x[i] + b
    return out


# %% 01 mse
def mse(y_hat, y):
    total = 0.0
    for p, t in zip(y_hat, y):
        total += (p - t) ** 2
    return total / len(y)


# %% 01 gradients
def gradients(x, y, y_hat):
    dw = db = 0.0
    for xi, yi, pi in zip(x, y, y_hat):
        dw += 2 * (pi - yi) * xi
        db += 2 * (pi - yi)
    return dw / len(x), db / len(x)


# %% 01 update
def update(w, b, dw, db, lr):
    w = w - lr * dw
    b = b - lr * db
    return w, b


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    count = 0
    while n > 0:
        n -= batch_size
        count += 1
    return count


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    total = 0
    for _ in range(epochs):
        total += updates_per_epoch(n, batch_size)
    return total


# %% 02 batches
def batches(x, y, batch_size):
    at = 0
    while at < len(x):
        end = min(at + batch_size, len(x))
        yield x[at:end], y[at:end]
        at = end


# %% 02 train
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for e in range(epochs):
        for xb, yb in batches(x, y, batch_size):
            n = len(xb)
            loss = dw = db = 0.0
            for xi, yi in zip(xb, yb):
                error = w * xi + b - yi
                loss += error * error / n
                dw += 2 * error * xi / n
                db += 2 * error / n
            losses.append(loss)
            w -= lr * dw
            b -= lr * db
    return w, b, losses

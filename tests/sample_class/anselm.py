# Did half: two functions of 01 and the counting of 02, the rest still as it came.
# name: Anselm Brandt
# loses 01: gradients_* update_*
# loses 02: batches_* train_*
# finds 01.gradients: not-attempted
# finds 01.update: not-attempted
# finds 02.batches: not-attempted
# finds 02.train: not-attempted

# %% 01 forward
def forward(x, w, b):
    return w * x + b


# %% 01 mse
def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% 02 updates_per_epoch
def updates_per_epoch(n, batch_size):
    return -(-n // batch_size)


# %% 02 total_updates
def total_updates(n, batch_size, epochs):
    return epochs * -(-n // batch_size)

"""'range stops one early, so add one'."""


def batches(x, y, batch_size):
    for i in range(0, len(x) + 1, batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]

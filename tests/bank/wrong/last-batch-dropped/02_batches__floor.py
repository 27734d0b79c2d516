"""'n // batch_size batches'."""


def batches(x, y, batch_size):
    for k in range(len(x) // batch_size):
        yield x[k * batch_size:(k + 1) * batch_size], y[k * batch_size:(k + 1) * batch_size]

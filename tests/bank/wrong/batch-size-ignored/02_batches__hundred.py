"""The 100 of the course."""


def batches(x, y, batch_size):
    for i in range(0, len(x), 100):
        yield x[i:i + 100], y[i:i + 100]

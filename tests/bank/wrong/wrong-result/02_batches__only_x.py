"""The generator hands out x alone."""


def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x[i:i+batch_size]

"""Someone who yields x and y themselves."""


def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        yield x, y

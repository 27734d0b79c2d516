"""Someone who returns an empty list for now."""


def batches(x, y, batch_size):
    return []

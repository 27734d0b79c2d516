"""'One update per row'."""
# also fair: wrong-result, batch-size-ignored


def updates_per_epoch(n, batch_size):
    return n

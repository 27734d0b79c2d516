"""Someone who returns a fraction."""
# also fair: last-batch-dropped


def updates_per_epoch(n, batch_size):
    return n / batch_size

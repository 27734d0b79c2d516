"""Someone who rounds to the nearest."""
# also fair: last-batch-dropped


def updates_per_epoch(n, batch_size):
    return round(n / batch_size)

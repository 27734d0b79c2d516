"""'n / batch_size': floor division."""


def updates_per_epoch(n, batch_size):
    return n // batch_size

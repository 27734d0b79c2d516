"""The double minus trick."""


def updates_per_epoch(n, batch_size):
    return -(-n // batch_size)

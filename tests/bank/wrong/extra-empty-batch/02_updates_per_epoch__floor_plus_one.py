"""Someone who always adds one for the rest."""
# also fair: wrong-result


def updates_per_epoch(n, batch_size):
    return n // batch_size + 1

"""Someone who takes batches away until no row is left."""


def updates_per_epoch(n, batch_size):
    count = 0
    while n > 0:
        n -= batch_size
        count += 1
    return count

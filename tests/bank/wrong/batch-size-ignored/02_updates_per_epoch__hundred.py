"""Someone who writes the 100 of the course."""
# also fair: wrong-result
import math


def updates_per_epoch(n, batch_size):
    return math.ceil(n / 100)

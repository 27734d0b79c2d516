"""math.ceil, as in the formula."""
import math


def updates_per_epoch(n, batch_size):
    return math.ceil(n / batch_size)

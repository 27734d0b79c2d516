"""Updates of one epoch, times epochs."""
import math


def total_updates(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs

"""'The rows are one stream': batches run on across epochs."""
# also fair: last-batch-dropped
import math


def total_updates(n, batch_size, epochs):
    return math.ceil(n * epochs / batch_size)

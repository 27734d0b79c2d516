"""Someone who draws rows at random."""
# also fair: wrong-result
import numpy as np


def batches(x, y, batch_size):
    for i in range(0, len(x), batch_size):
        rows = np.random.choice(len(x), min(batch_size, len(x) - i))
        yield x[rows], y[rows]

"""Someone who shuffles both, each on its own."""
# also fair: wrong-result
import numpy as np


def batches(x, y, batch_size):
    x, y = np.random.permutation(x), np.random.permutation(y)
    for i in range(0, len(x), batch_size):
        yield x[i:i + batch_size], y[i:i + batch_size]

"""'batch_size is how many batches there are'."""
# also fair: wrong-result
import numpy as np


def batches(x, y, batch_size):
    return list(zip(np.array_split(x, batch_size), np.array_split(y, batch_size)))

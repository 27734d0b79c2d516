"""Someone who makes x a column and lets NumPy stretch it."""
# also fair: wrong-result
import numpy as np


def gradients(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(x[:, None] * error), 2 * np.mean(error)

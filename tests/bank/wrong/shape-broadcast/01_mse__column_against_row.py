"""Someone who reshapes y to a column and compares it with a row."""
# also fair: wrong-result
import numpy as np


def mse(y_hat, y):
    return np.mean((y_hat - y.reshape(-1, 1)) ** 2)

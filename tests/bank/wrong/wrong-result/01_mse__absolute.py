"""Someone who takes absolute errors."""
# also fair: loss-fn-ignored
import numpy as np


def mse(y_hat, y):
    return np.mean(np.abs(y_hat - y))

"""The derivatives as two means."""
import numpy as np


def gradients(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(error * x), 2 * np.mean(error)

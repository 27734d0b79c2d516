"""Someone who writes y − ŷ and keeps the plus."""
import numpy as np


def gradients(x, y, y_hat):
    error = y - y_hat
    return 2 * np.mean(error * x), 2 * np.mean(error)

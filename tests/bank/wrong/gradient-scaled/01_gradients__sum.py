"""Someone who sums where the mean is asked."""
import numpy as np


def gradients(x, y, y_hat):
    return 2 * np.sum((y_hat - y) * x), 2 * np.sum(y_hat - y)

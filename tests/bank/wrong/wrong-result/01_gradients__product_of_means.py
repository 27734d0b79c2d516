"""'The mean of a product is the product of the means'."""
import numpy as np


def gradients(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(error) * np.mean(x), 2 * np.mean(error)

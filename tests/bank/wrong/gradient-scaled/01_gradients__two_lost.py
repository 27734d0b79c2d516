"""Someone who lost the factor 2."""
import numpy as np


def gradients(x, y, y_hat):
    return np.mean((y_hat - y) * x), np.mean(y_hat - y)

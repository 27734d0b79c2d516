"""Someone who returns db first."""
import numpy as np


def gradients(x, y, y_hat):
    error = y_hat - y
    return 2 * np.mean(error), 2 * np.mean(error * x)

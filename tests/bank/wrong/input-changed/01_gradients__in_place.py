"""Someone who takes y_hat for scratch space."""
import numpy as np


def gradients(x, y, y_hat):
    np.subtract(y_hat, y, out=y_hat)
    return 2 * np.mean(y_hat * x), 2 * np.mean(y_hat)

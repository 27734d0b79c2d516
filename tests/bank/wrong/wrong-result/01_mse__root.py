"""Someone who takes the root: RMSE."""
import numpy as np


def mse(y_hat, y):
    return np.sqrt(np.mean((y_hat - y) ** 2))

"""Someone who thinks in rows."""
import numpy as np


def forward(x, w, b):
    y_hat = np.zeros(len(x))
    for i in range(len(x)):
        y_hat[i] = w * x[i] + b
    return y_hat

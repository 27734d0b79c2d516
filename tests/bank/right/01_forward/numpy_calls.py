"""Someone who writes NumPy's functions out."""
import numpy as np


def forward(x, w, b):
    return np.add(np.multiply(x, w), b)

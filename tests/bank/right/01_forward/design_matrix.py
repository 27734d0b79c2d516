"""A statistician: a column of ones and a matrix product."""
import numpy as np


def forward(x, w, b):
    X = np.column_stack([x, np.ones_like(x)])
    return X @ np.array([w, b])

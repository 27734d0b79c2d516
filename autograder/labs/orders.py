"""The orders in which epochs read the rows."""

from functools import lru_cache

import numpy as np


@lru_cache(maxsize=2)
def shuffled_orders(n: int, epochs: int, seed: int = 0) -> np.ndarray:
    """(epochs, n) a new order of the n rows for every epoch; the first epochs are the same however many follow."""
    rng = np.random.default_rng(seed)
    orders = np.empty((epochs, n), dtype=np.int32)
    for epoch in range(epochs):
        orders[epoch] = rng.permutation(n)
    return orders

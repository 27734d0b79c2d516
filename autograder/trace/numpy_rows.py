"""Which rows a batch of targets holds, told from its values, for ten thousand batches at once."""

import numpy as np

KEYS = np.random.default_rng(20240229).integers(1, 2**62, size=64, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


class RowTable:
    """The rows of values that are all different, by a hash without collisions; else by a search.

    values: (n,) float64.
    """

    def __init__(self, values: np.ndarray):
        self.values = values
        bits = values.view(np.uint64)
        self._shift = np.uint64(64 - max(12, 2 * int(len(values)).bit_length() - 2)) if len(values) < 4000 else None
        self._key = next((key for key in KEYS if self._fits(bits, key)), None)
        if self._key is not None:
            self._table = np.zeros(1 << int(64 - int(self._shift)), dtype=np.intp)
            self._table[(bits * self._key) >> self._shift] = np.arange(len(values))
        else:
            self._order = np.argsort(values, kind="stable")

    def _fits(self, bits: np.ndarray, key: np.uint64) -> bool:
        return self._shift is not None and len(np.unique((bits * key) >> self._shift)) == len(bits)

    def find(self, batch: np.ndarray) -> np.ndarray:
        """The row of every value of a batch of any shape; -1 where it is none of them."""
        flat = np.ascontiguousarray(batch).reshape(-1)
        if self._key is not None:
            rows = self._table[((flat.view(np.uint64) * self._key) >> self._shift).view(np.int64)]
        else:
            places = np.searchsorted(self.values[self._order], flat)
            rows = self._order[np.minimum(places, len(self.values) - 1)]
        known = self.values[rows] == flat
        if not known.all():
            rows = np.where(known, rows, -1)
        return rows.reshape(batch.shape)

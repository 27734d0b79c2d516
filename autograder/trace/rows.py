"""Which rows of the data some batches hold, told from their values, for ten thousand batches at once."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

AT_ONCE = 200
"""Batches that are worked on together: few enough to stay in the processor's cache."""

_KEYS = np.random.default_rng(20240229).integers(1, 2**62, size=64, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


class RowTable:
    """The places of numbers that are all different, by a hash without collisions; else by a search.

    bits: (n,) uint64, such as the bits of float64 numbers.
    """

    def __init__(self, bits: np.ndarray):
        self._bits = bits
        self._shift = np.uint64(64 - max(12, 2 * int(len(bits)).bit_length() - 2)) if len(bits) < 4000 else None
        self._key = next((key for key in _KEYS if self._fits(key)), None)
        if self._key is not None:
            self._table = np.zeros(1 << int(64 - int(self._shift)), dtype=np.intp)
            self._table[(bits * self._key) >> self._shift] = np.arange(len(bits))
        else:
            self._order = np.argsort(bits, kind="stable")

    def _fits(self, key: np.uint64) -> bool:
        return self._shift is not None and len(np.unique((self._bits * key) >> self._shift)) == len(self._bits)

    def find(self, bits: np.ndarray) -> np.ndarray:
        """The place of every number of an array of any shape; -1 where it is none of them."""
        flat = np.ascontiguousarray(bits).reshape(-1)
        if self._key is not None:
            places = self._table[((flat * self._key) >> self._shift).view(np.int64)]
        else:
            near = np.searchsorted(self._bits[self._order], flat)
            places = self._order[np.minimum(near, len(self._bits) - 1)]
        known = self._bits[places] == flat
        if not known.all():
            places = np.where(known, places, -1)
        return places.reshape(bits.shape)


class RowIndex:
    """Finds the rows of one array in batches that were cut, copied, shuffled or converted from it.

    data: (n, …) numbers, of `width` each. Rows are compared as float32, so that a change of dtype does not hide
    them, but for those that only float64 tells apart: of a thousand numbers two are often the same in float32.
    Rows that occur twice in the data are told apart by their order within a batch.
    """

    def __init__(self, data: np.ndarray):
        self.width = int(np.prod(data.shape[1:], dtype=int))
        rows, kinds = data.reshape(-1, self.width), (np.float32, np.float64)
        self._kind = next((kind for kind in kinds if _distinct(_bits(rows, kind))), np.float32)
        bits = _bits(rows, self._kind)
        self.distinct = _distinct(bits)
        self._table = RowTable(bits) if self.distinct else None
        self._places: dict[int, list[int]] = {}
        for row, key in enumerate([] if self.distinct else bits.tolist()):
            self._places.setdefault(key, []).append(row)

    def find(self, values: np.ndarray, sizes: Sequence[int]) -> list[np.ndarray | None]:
        """The row numbers of each of some batches, in its order; None for one that holds something else.

        values: (R, width) the rows of all batches, one batch after another; sizes: how many rows each has.
        """
        bits = _bits(values, self._kind)
        ends = np.cumsum([0, *sizes]).tolist()
        if self._table is None:
            return [self._in_order(bits[start:end].tolist()) for start, end in pairwise(ends)]
        places = self._table.find(bits)
        parts = [places[start:end] for start, end in pairwise(ends)]
        return parts if (places >= 0).all() else [part if (part >= 0).all() else None for part in parts]

    def _in_order(self, keys: list[int]) -> np.ndarray | None:
        used: dict[int, int] = {}
        rows = []
        for key in keys:
            places = self._places.get(key)
            if places is None:
                return None
            nth = used.get(key, 0)
            used[key] = nth + 1
            rows.append(places[nth % len(places)])
        return np.array(rows, dtype=int)


def _bits(table: np.ndarray, kind: type) -> np.ndarray:
    """(R,) uint64 out of (R, width) read as `kind`: a number for each row, different for rows that differ, but for one chance in 2**64."""
    with np.errstate(over="ignore", invalid="ignore"):
        numbers = np.ascontiguousarray(table, dtype=kind)
    words = numbers.view(np.uint32 if kind is np.float32 else np.uint64).astype(np.uint64)
    return words[:, 0] if table.shape[1] == 1 else words @ _keys(table.shape[1])


def _distinct(bits: np.ndarray) -> bool:
    return len(set(bits.tolist())) == len(bits)


def _keys(count: int) -> np.ndarray:
    """(count,) odd numbers, always the same."""
    return np.random.default_rng(count).integers(1, 2**62, size=count, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

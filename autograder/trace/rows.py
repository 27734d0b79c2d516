"""Which rows of the data a batch holds, told from its values or from where it lies in memory."""

import numpy as np


class RowIndex:
    """Finds the rows of one array in batches that were cut, copied, shuffled or converted from it.

    data: (n, …) numbers. Rows are compared as float32, so that a change of dtype does not hide them.
    Rows that occur twice in the data are told apart by their order within a batch.
    """

    def __init__(self, data: np.ndarray):
        self.n = len(data)
        self._width = int(np.prod(data.shape[1:], dtype=int))
        self._batches: dict[bytes, np.ndarray | None] = {}
        self._places: dict[bytes, list[int]] = {}
        for row, key in enumerate(self._keys(data)):
            self._places.setdefault(key, []).append(row)

    @property
    def distinct(self) -> bool:
        """Whether every row can be told from every other."""
        return len(self._places) == self.n

    def find(self, batch: np.ndarray) -> np.ndarray | None:
        """The row numbers of a batch (B, …), in its order; None where it holds something else."""
        if batch.ndim == 0 or batch.size % max(self._width, 1):
            return None
        whole = np.ascontiguousarray(batch, dtype=np.float32).tobytes()
        if whole not in self._batches:
            self._batches[whole] = self._look_up(batch)
        return self._batches[whole]

    def _look_up(self, batch: np.ndarray) -> np.ndarray | None:
        used: dict[bytes, int] = {}
        rows = []
        for key in self._keys(batch):
            places = self._places.get(key)
            if places is None:
                return None
            nth = used.get(key, 0)
            used[key] = nth + 1
            rows.append(places[nth % len(places)])
        return np.array(rows, dtype=int)

    def _keys(self, data: np.ndarray) -> list[bytes]:
        table = np.ascontiguousarray(data.reshape(-1, self._width), dtype=np.float32)
        size = table.shape[1] * 4
        raw = table.tobytes()
        return [raw[start : start + size] for start in range(0, len(raw), size)] if size else []

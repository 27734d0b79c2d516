"""Which rows each batch of each epoch holds, for every way in which a loop may go over them."""

from functools import lru_cache

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.loop import Loop

Batch = tuple[np.ndarray, np.ndarray]
"""Row numbers of a batch's x and of its y; they differ only where pairs are broken."""

Plan = tuple[tuple[Batch, ...], ...]
"""The batches of every epoch."""


@lru_cache(maxsize=512)
def plan(rows: str, size: str | int, epochs: str | int, n: int, batch_size: int, asked: int) -> Plan:
    """The batches of every epoch that a loop of these choices runs.

    rows: "in-order", "first-batch-only", "one-batch", "whole", "dropped", "extra-empty", "extra-zero", "first-ten", "first-thousand" (batches, rows, at most), "ten" (so many batches, whatever n), "to-thousand" (as if n were),
    "parts" (batch_size pieces), "even-split" (pieces of equal size), "dropped-but-one", "always-dropped",
    "whole-gradient" (the batch's loss, the gradient of all rows), "swapped", "y-first" (y of the first batch beside every x), "x-first", "y-reversed".
    """
    one = _epoch(rows, n, _size(size, n, batch_size))
    if rows == "swapped":
        turns = _epochs(epochs, asked, len(one))
        return tuple((batch,) * turns for batch in one)
    if epochs == "iterations":
        flat = tuple(one[k % len(one)] for k in range(asked)) if one else ()
        return tuple(flat[k : k + len(one)] for k in range(0, len(flat), len(one))) if one else ()
    return (one,) * _epochs(epochs, asked, len(one))


def plan_of(loop: Loop, data: Data) -> Plan:
    return plan(loop.rows, loop.size, loop.epochs, data.n, data.batch_size, data.epochs)


def _size(size: str | int, n: int, batch_size: int) -> int:
    if size == "asked":
        return batch_size
    counts = {"count": max(1, n // batch_size), "count-up": -(-n // batch_size)}
    return counts[size] if isinstance(size, str) else size


def _epochs(epochs: str | int, asked: int, batches: int) -> int:
    named = {"asked": asked, "minus-one": max(asked - 1, 0), "plus-one": asked + 1, "first": min(asked, 1), "per-batch": asked * batches, "iterations": asked}
    return named[epochs] if isinstance(epochs, str) else epochs


def _epoch(rows: str, n: int, size: int) -> tuple[Batch, ...]:
    everything = np.arange(n)
    cuts = [everything[at : at + size] for at in range(0, n, size)]
    pairs = {
        "in-order": lambda: [(cut, cut) for cut in cuts],
        "swapped": lambda: [(cut, cut) for cut in cuts],
        "first-batch-only": lambda: [(cuts[0], cuts[0])] * len(cuts),
        "one-batch": lambda: [(cuts[0], cuts[0])],
        "whole": lambda: [(everything, everything)] * len(cuts),
        "parts": lambda: [(cut, cut) for cut in np.array_split(everything, size) if len(cut)],
        "first-ten": lambda: [(cut, cut) for cut in cuts[:10]],
        "first-thousand": lambda: [(cut[cut < 1000],) * 2 for cut in cuts if cut[0] < 1000],
        "ten": lambda: [(everything[at : at + size],) * 2 for at in range(0, 10 * size, size)],
        "to-thousand": lambda: [(everything[at : at + size],) * 2 for at in range(0, 1000, size)],
        "even-split": lambda: [(cut, cut) for cut in np.array_split(everything, max(len(cuts), 1))],
        "dropped-but-one": lambda: [(cut, cut) for cut in cuts if len(cut) == size or n < size],
        "always-dropped": lambda: [(cut, cut) for cut in cuts[:-1]],
        "whole-gradient": lambda: [(cut, cut) for cut in cuts],
        "dropped": lambda: [(cut, cut) for cut in cuts if len(cut) == size],
        "extra-empty": lambda: [(cut, cut) for cut in _with_empty(cuts, n, size)],
        "extra-zero": lambda: [(cut, cut) for cut in _with_empty(cuts, n, size)],
        "always-extra": lambda: [(cut, cut) for cut in [*cuts, everything[:0]]],
        "always-extra-zero": lambda: [(cut, cut) for cut in [*cuts, everything[:0]]],
        "y-first": lambda: [(cut, cuts[0][: len(cut)]) for cut in cuts],
        "x-first": lambda: [(cuts[0][: len(cut)], cut) for cut in cuts],
        "y-reversed": lambda: [(cut, everything[::-1][cut]) for cut in cuts],
    }
    return tuple(pairs[rows]())


def _with_empty(cuts: list[np.ndarray], n: int, size: int) -> list[np.ndarray]:
    return [*cuts, np.arange(0)] if n % size == 0 else cuts

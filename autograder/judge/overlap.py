"""Batches that begin before the one before them ended."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np


def overlap(batches: Sequence[np.ndarray], epochs: int) -> tuple[int, int] | None:
    """(batch, row), from 0, of the first batch that begins within the one before it.

    None where none does, or where the batches are no runs of neighbouring rows, cut alike in each of the epochs.
    batches: the row numbers of every batch, in time order.
    """
    turns: list[list[tuple[int, int]]] = []
    for rows in batches:
        if not len(rows) or (np.diff(rows) != 1).any():
            return None
        run = int(rows[0]), int(rows[-1])
        if not turns or run <= turns[-1][-1]:
            turns.append([])
        turns[-1].append(run)
    if not turns or len(turns) != epochs or any(turn != turns[0] for turn in turns):
        return None
    return next(((batch, begin) for batch, ((_, end), (begin, _)) in enumerate(pairwise(turns[0]), 1) if begin <= end), None)

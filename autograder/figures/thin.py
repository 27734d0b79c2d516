"""Ten thousand points need not be ten thousand marks: what is left out, and what never is."""

import numpy as np


def envelope(values: np.ndarray, positions: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lowest and highest value in each of `bins` equal stretches of the positions.

    values, positions: (N,), positions rising. Returns (positions, lows, highs), a row per stretch that holds
    a value; the first value's own position comes first, so that the start of a path is never lost.
    """
    if not len(values):
        return np.empty(0), np.empty(0), np.empty(0)
    starts = _stretches(positions, bins)
    lows, highs = np.fmin.reduceat(values, starts), np.fmax.reduceat(values, starts)
    return positions[starts], lows, highs


def means(values: np.ndarray, positions: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray]:
    """(positions, means) of the same stretches. values, positions: (N,), N > 0."""
    starts = _stretches(positions, bins)
    return positions[starts], np.add.reduceat(values, starts) / np.diff(np.append(starts, len(values)))


def _stretches(positions: np.ndarray, bins: int) -> np.ndarray:
    """Where each stretch that holds a value begins."""
    span = float(positions[-1] - positions[0]) or 1.0
    bin_of = np.minimum(((positions - positions[0]) / span * bins).astype(int), bins - 1)
    return np.flatnonzero(np.diff(bin_of, prepend=-1))


def path_points(count: int, head: int = 40, most: int = 400) -> np.ndarray:
    """Which of `count` points of a path to draw: all of the first `head`, then ever fewer, and the last."""
    if count <= most:
        return np.arange(count)
    tail = np.geomspace(head, count - 1, most - head)
    return np.unique(np.concatenate([np.arange(head), tail.round().astype(int)]))

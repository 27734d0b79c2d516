"""Which passes' gradients stood in `.grad` at each update."""

from functools import lru_cache

import numpy as np

from autograder.judge.loop import Loop


@lru_cache(maxsize=32)  # many causes ask; a loop is compared by identity
def window_starts(loop: Loop) -> tuple[int | None, ...]:
    """For each update the first pass whose gradient stood at it, up to the update's own last pass.

    The gradients of all passes from there on add up to what stood, or to a multiple of it. None where no such sum does.
    """
    sums = np.vstack([np.zeros(loop.pass_fresh.shape[1]), np.nancumsum(loop.pass_fresh, axis=0)])
    largest = np.maximum.accumulate(np.linalg.norm(loop.pass_fresh, axis=1))
    return tuple(_start(loop, sums, largest, update) for update in range(loop.updates))


def _start(loop: Loop, sums: np.ndarray, largest: np.ndarray, update: int) -> int | None:
    own, stood = loop.passes(update), loop.stood[update]
    if not own or not np.isfinite(stood).all():
        return None
    first, last = own[0], own[-1]
    candidates = np.array([*range(first, last + 1), *range(first - 1, -1, -1)])
    totals = sums[last + 1] - sums[candidates]
    found = _add_up(loop, totals, stood, largest[last])
    if not found.any():
        found = _are_parallel(loop, totals, stood)
    return int(candidates[found.argmax()]) if found.any() else None


def _add_up(loop: Loop, totals: np.ndarray, stood: np.ndarray, scale: float) -> np.ndarray:
    """(C,) which of the sums (C, P) are what stood."""
    relative = 1e-7 if loop.case["dtype"] == "float64" else 1e-4
    return np.linalg.norm(totals - stood, axis=1) <= relative * (np.linalg.norm(totals, axis=1) + scale)


def _are_parallel(loop: Loop, totals: np.ndarray, stood: np.ndarray) -> np.ndarray:
    """(C,) of which of the sums (C, P) what stood is a positive multiple."""
    with np.errstate(all="ignore"):
        factors = totals @ stood / np.sum(totals**2, axis=1)
        return (factors > 0) & _add_up(loop, factors[:, None] * totals, stood, 0.0)


def first_update_of_window(loop: Loop) -> list[int | None]:
    """For each update the update whose batch is the oldest in its gradient; None where unknown."""
    return [None if start is None else int(loop.pass_update[start]) for start in window_starts(loop)]


def fresh(loop: Loop) -> bool:
    """Whether every update's gradient is that of its own passes alone."""
    starts = window_starts(loop)
    return bool(starts) and all(loop.passes(k) and start == loop.passes(k)[0] for k, start in enumerate(starts))


def growth(loop: Loop, update: int) -> float | None:
    """How many times larger what stood is than the update's own gradient."""
    own = np.linalg.norm(loop.pass_fresh[loop.passes(update)].sum(axis=0)) if loop.passes(update) else 0.0
    stood = np.linalg.norm(loop.stood[update])
    return float(stood / own) if own > 0 and np.isfinite(stood) else None


def parallel(a: np.ndarray, b: np.ndarray, loop: Loop) -> float | None:
    """The factor c with a = c · b, None where there is none but zero."""
    square = float(b @ b)
    if not np.isfinite(a).all() or square == 0 or not a.any():
        return None
    factor = float(a @ b) / square
    return factor if loop.close(a, factor * b) else None

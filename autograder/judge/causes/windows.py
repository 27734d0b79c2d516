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
    return tuple(_start(loop, sums, update) for update in range(loop.updates))


def _start(loop: Loop, sums: np.ndarray, update: int) -> int | None:
    own = loop.passes(update)
    if not own or not np.isfinite(loop.stood[update]).all():
        return None
    last = own[-1]
    candidates = [own[0], *range(own[0] + 1, last + 1), *range(own[0] - 1, -1, -1)]
    scale = np.linalg.norm(loop.pass_fresh[: last + 1], axis=1).max()
    exact = (start for start in candidates if _adds_up(loop, sums[last + 1] - sums[start], update, scale))
    scaled = (start for start in candidates if _is_multiple(loop, sums[last + 1] - sums[start], update))
    return next(exact, next(scaled, None))


def _adds_up(loop: Loop, total: np.ndarray, update: int, scale: float) -> bool:
    relative = 1e-7 if loop.case["dtype"] == "float64" else 1e-4
    return bool(np.linalg.norm(total - loop.stood[update]) <= relative * (np.linalg.norm(total) + scale))


def _is_multiple(loop: Loop, total: np.ndarray, update: int) -> bool:
    factor = parallel(loop.stood[update], total, loop)
    return factor is not None and factor > 0 and _adds_up(loop, factor * total, update, 0.0)


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

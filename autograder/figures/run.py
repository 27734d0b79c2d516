"""What pictures need to know of a run: plain columns, one row per update."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from autograder.trace import Trace

SHOWN_WEIGHTS = 4


@dataclass(frozen=True)
class Run:
    """U updates.

    losses: (U,) each batch's loss before its update.
    fresh, stale: (U,) the length (Euclidean norm) of the batch's own gradient, and of what else stood
        in `.grad` at the step; nan where not known.
    weights: (U + 1, at most 4) parameters, or one column with the length of them all where there are more.
    names: the names of those columns.
    epoch, batch: (U,) places from 0.
    order: U + 1 tuples of verbs, as in `Trace`.
    rows: (U,) the number of rows behind each update; -1 where not known.
    """

    losses: np.ndarray
    fresh: np.ndarray
    stale: np.ndarray
    weights: np.ndarray
    names: tuple[str, ...]
    epoch: np.ndarray
    batch: np.ndarray
    order: tuple[tuple[str, ...], ...]
    rows: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=int))

    def __len__(self) -> int:
        return len(self.losses)

    @cached_property
    def stale_share(self) -> np.ndarray:
        """(U,) stale / (fresh + stale), in [0, 1]; 0 where both are 0."""
        with np.errstate(all="ignore"):
            share = self.stale / (self.fresh + self.stale)
        return np.where((self.fresh + self.stale) == 0, 0.0, share)

    @cached_property
    def epoch_starts(self) -> np.ndarray:
        """(E,) the first update of each epoch."""
        return np.flatnonzero(np.diff(self.epoch, prepend=-1)) if len(self) else np.empty(0, dtype=int)

    def update_at(self, epoch: int | None, batch: int | None) -> int | None:
        """The update at a finding's place, or None where there is no such update."""
        if epoch is None:
            return None
        found = np.flatnonzero((self.epoch == epoch) & (self.batch >= (batch or 0)))
        return int(found[0]) if len(found) else None


def run_of(trace: Trace) -> Run:
    """The columns of a recorded trace."""
    fresh, stale = _lengths(trace.fresh), _lengths(trace.stale)
    tiny = 1e-6 * np.maximum(fresh, 1e-12)
    few = trace.weights.shape[1] <= SHOWN_WEIGHTS
    return Run(
        losses=np.asarray(trace.losses, dtype=float),
        fresh=fresh,
        stale=np.where(stale < tiny, 0.0, stale),
        weights=trace.weights if few else _lengths(trace.weights)[:, None],
        names=_names(trace) if few else ("length of all weights",),
        epoch=trace.epoch,
        batch=trace.batch,
        order=trace.order,
        rows=np.array([-1 if rows is None else len(rows) for rows in trace.rows], dtype=int),
    )


def _lengths(gradients: np.ndarray) -> np.ndarray:
    return np.linalg.norm(gradients, axis=1) if gradients.size else np.zeros(len(gradients))


def _names(trace: Trace) -> tuple[str, ...]:
    names: list[str] = []
    for name, shape in trace.parameters:
        size = int(np.prod(shape))
        names += [name] if size == 1 else [f"{name}[{k}]" for k in range(size)]
    return tuple(names)

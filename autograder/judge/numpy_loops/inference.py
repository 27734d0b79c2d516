"""Which rows a batch held, told from its loss alone: of the sets that it could be, one has that loss.

Small cases have few enough sets to try them all, so that a loop may be written in any style whatever:
nothing has to watch it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations, combinations_with_replacement, product
from math import comb

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.loop import Loop
from autograder.judge.numpy_loops.observed import Observed
from autograder.judge.numpy_loops.plan import Batch
from autograder.judge.numpy_loops.simulate import Run, simulate

MOST_SETS = 6000


@lru_cache(maxsize=256)
def sets_of(n: int, m: int) -> np.ndarray:
    """(sets, m) all sets of m of n rows."""
    return np.array(list(combinations(range(n), m)), dtype=int).reshape(-1, m)


@lru_cache(maxsize=16)
def any_sets(n: int, largest: int) -> tuple[np.ndarray, ...]:
    """All sets of 1 to n rows and, up to `largest`, those that hold a row more than once; one array per size."""
    sizes = [sets_of(n, m) for m in range(1, n + 1)]
    repeated = [np.array([one for one in combinations_with_replacement(range(n), m) if len(set(one)) < m]) for m in range(2, largest + 1)]
    return tuple(one for one in [*sizes, *repeated] if len(one))


def few_enough(data: Data) -> bool:
    """Whether all sets of a batch of this data can be tried."""
    return comb(data.n, min(data.batch_size, data.n)) <= MOST_SETS


def run_in_any_order(loop: Loop, data: Data, observed: Observed) -> Run | None:
    """The run of a loop that takes every row once per epoch, in the order that the losses tell; None where none fits."""
    return _followed(loop, data, observed, _every_row_once(data, observed)) if few_enough(data) else None


def agreed(loop: Loop, data: Data, observed: Observed) -> int:
    """How many losses can be explained by batches of rows that the epoch still had, from the first on."""
    seen, watch = [0], observed.watch(loop)

    def count(run: Run) -> bool:
        seen[0] += bool(watch(run))
        return seen[0] == len(run.losses)

    if few_enough(data):
        simulate(loop, data, count, _every_row_once(data, observed))
    return seen[0]


def _every_row_once(data: Data, observed: Observed) -> Callable[[Run], Iterable[Iterable[Batch]]]:
    def plan(run: Run) -> Iterator[Iterable[Batch]]:
        for _ in range(data.epochs):
            yield _epoch(run)

    def _epoch(run: Run) -> Iterator[Batch]:
        left, short = np.arange(data.n), data.n % data.batch_size
        while len(left):
            sizes = {min(data.batch_size, len(left)), short if len(left) % data.batch_size else 0} - {0}
            rows = _nearest(data, run, observed, [left[sets_of(len(left), size)] for size in sorted(sizes, reverse=True)])
            yield rows, rows
            left = np.setdiff1d(left, rows, assume_unique=True)

    return plan


def run_over_any_rows(loop: Loop, data: Data, observed: Observed) -> Run | None:
    """The run of a loop over whatever rows its losses tell, one batch per loss; None where none fits."""
    sets = list(any_sets(data.n, data.batch_size))
    crossed = loop.form.startswith("broadcast")
    return _followed(loop, data, observed, lambda run: [_as_noted(observed, lambda: _nearest(data, run, observed, sets, crossed))])


def run_over_any_pairs(loop: Loop, data: Data, observed: Observed) -> Run | None:
    """As `run_over_any_rows`, for batches of one row, of which x and y may come from different rows."""
    pairs = np.array(list(product(range(data.n), repeat=2)))

    def batches(run: Run) -> Iterator[Batch]:
        for loss in observed.notes:
            losses = (run.w * data.x[pairs[:, 0]] + run.b - data.y[pairs[:, 1]]) ** 2
            x_row, y_row = pairs[np.argmin(np.abs(losses - loss))]
            yield np.array([x_row]), np.array([y_row])

    return _followed(loop, data, observed, lambda run: [batches(run)])


def _as_noted(observed: Observed, next_rows: Callable[[], np.ndarray]) -> Iterator[Batch]:
    for _ in observed.notes:
        rows = next_rows()
        yield rows, rows


def _nearest(data: Data, run: Run, observed: Observed, sets: list[np.ndarray], crossed: bool = False) -> np.ndarray:
    """The set of rows whose loss, at the run's weights, is nearest to the next one noted; crossed: of every row against every row."""
    at = len(run.losses)
    if at >= len(observed.notes):
        return sets[0][0]
    predicted = run.w * data.x + run.b
    squares = (predicted - data.y) ** 2
    best, rows = np.inf, sets[0][0]
    for group in sets:
        losses = squares[group].mean(axis=1)
        if crossed:  # the mean over all pairs: the covariance no longer takes part
            p, y = predicted[group], data.y[group]
            losses = losses + 2 * ((p * y).mean(axis=1) - p.mean(axis=1) * y.mean(axis=1))
        distance = np.abs(losses - observed.notes[at])
        nearest = int(np.argmin(distance))
        if distance[nearest] < best:
            best, rows = distance[nearest], group[nearest]
    return rows


def _followed(loop: Loop, data: Data, observed: Observed, plan: Callable[[Run], Iterable[Iterable[Batch]]]) -> Run | None:
    if observed.notes is None or observed.kind != "losses":
        return None
    run = simulate(loop, data, observed.watch(loop), plan)
    if run is None or len(run.losses) != len(observed.notes) or not observed.ends_close(run):
        return None
    return run

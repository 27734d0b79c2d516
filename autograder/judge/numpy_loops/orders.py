"""Whether every epoch had a new order, and whether the generator that was given decided it."""

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.simulate import Run
from autograder.judge.verdict import Finding

BY_CHANCE = 6.0
"""Standard deviations that no right loop will ever reach."""


def order_finding(datas: list[Data], runs: list[Run]) -> Finding | None:
    """What is wrong with the orders of runs that take every row once per epoch; None where nothing is.

    The cases are those of `draw_shuffled`: the last three share their data; the generator of the last is that of
    the first of them, and another one in between.
    """
    several = [(data, _epochs(run)) for data, run in zip(datas, runs) if data.batches > 1 and data.epochs > 1]
    if not several:
        return None
    if all(order == _given(data) for data, orders in several for order in orders):
        return Finding("never-reshuffled", messages.never_reshuffled(0, shuffled=False), 0, 0)
    if all(order == orders[0] for _, orders in several for order in orders):
        return Finding("never-reshuffled", messages.never_reshuffled(1), 1, 0)
    repeated = next(filter(None, (_repeated(data, orders) for data, orders in several)), None)
    if repeated is not None:
        return Finding("never-reshuffled", messages.never_reshuffled(repeated[0], like=repeated[1]), repeated[0], 0)
    unshuffled = next((epoch for epoch in range(max(data.epochs for data, _ in several)) if _as_given(several, epoch)), None)
    if unshuffled is not None:
        return Finding("never-reshuffled", messages.never_reshuffled(unshuffled, shuffled=False), unshuffled, 0)
    if all(set(order) == set(orders[0]) for data, orders in several for order in orders if data.batch_size > 1):
        return Finding("never-reshuffled", messages.same_groups(), 1, 0)
    if _nearly_as_given(several[:-1] if len(several) > 1 else several):  # the last case may have an earlier one's orders
        return Finding("never-reshuffled", messages.near_their_places(), 0, 0)
    if any(_same_neighbours(data, orders) for data, orders in several):
        return Finding("never-reshuffled", messages.same_neighbours(), 1, 0)
    if len(runs) < 3 or not np.array_equal(datas[-1].x, datas[-3].x):  # the run broke off before the cases that belong together
        return None
    first, other, again = (_epochs(run) for run in runs[-3:])
    if first == other:
        return Finding("wrong-result", messages.rng_ignored())
    return Finding("wrong-result", messages.rng_not_alone()) if first != again else None


def never_again(data: Data, run: Run, rows: Finding) -> tuple[Finding, ...]:
    """`never-reshuffled` beside a finding about rows, where all epochs took the same batches in the same order."""
    sets = [frozenset(batch.tolist()) for batch in run.rows]
    size, rest = divmod(len(sets), max(data.epochs, 1))
    if rows.code not in ("last-batch-dropped", "batch-size-ignored") or rest or size < 2 or data.epochs < 2:
        return ()
    same = all(sets[at] == sets[at % size] for at in range(len(sets)))
    return (Finding("never-reshuffled", messages.never_reshuffled(1), 1, 0),) if same else ()


def _epochs(run: Run) -> list[tuple[frozenset[int], ...]]:
    """Epoch by epoch, the sets of rows of its batches; the order within a batch has no effect, and does not count."""
    sets = [frozenset(rows.tolist()) for rows in run.rows]
    return [tuple(one for one, at in zip(sets, run.epoch) if at == epoch) for epoch in sorted(set(run.epoch))]


def _given(data: Data) -> tuple[frozenset[int], ...]:
    return tuple(frozenset(range(at, min(at + data.batch_size, data.n))) for at in range(0, data.n, data.batch_size))


def _as_given(several: list, epoch: int) -> bool:
    """Whether this epoch kept the given order in every case that has it; so does a shuffle that comes when the epoch is over."""
    having = [(data, orders[epoch]) for data, orders in several if len(orders) > epoch]
    return len(having) > 1 and all(order == _given(data) for data, order in having)


def _nearly_as_given(several: list) -> bool:
    """Whether rows that were given early come early more than chance explains, as from a shuffle of a part or within a small buffer.

    The correlation of a row's number with its batch's has, over all permutations of n rows, the variance 1 / (n - 1).
    """
    scores = [_correlation(data, order) * np.sqrt(data.n - 1) for data, orders in several for order in orders]
    return bool(np.sum(scores) > BY_CHANCE * np.sqrt(len(scores)))


def _correlation(data: Data, order: tuple[frozenset[int], ...]) -> float:
    batch_of = np.empty(data.n)
    for number, rows in enumerate(order):
        batch_of[list(rows)] = number
    return float(np.corrcoef(np.arange(data.n), batch_of)[0, 1])


def _same_neighbours(data: Data, orders: list) -> bool:
    """Whether each epoch's order is the one before it but for where it begins, as far as batches of one row show it."""
    if not _one_by_one(data):
        return False
    rows = [[row for batch in order for row in batch] for order in orders]
    followers = [set(zip(one, [*one[1:], one[0]])) for one in rows]
    return all(len(one & other) >= data.n - 2 for one, other in zip(followers, followers[1:]))


def _repeated(data: Data, orders: list) -> tuple[int, int] | None:
    """(epoch, the one before it with the same order) of the first that has one, where that cannot well be chance."""
    again = [(epoch, orders.index(order)) for epoch, order in enumerate(orders) if orders.index(order) < epoch]
    return again[0] if again and _one_by_one(data) else None


def _one_by_one(data: Data) -> bool:
    """Whether batches of one row show the whole order, of rows so many that no order comes twice by chance."""
    return data.batch_size == 1 and data.n > 10

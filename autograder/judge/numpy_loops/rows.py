"""What the rows of a loop's batches say, wherever they were learned from: its losses, or a recorded run."""

from collections.abc import Sequence

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.overlap import overlap
from autograder.judge.verdict import Finding
from autograder.trace.trace import number_epochs


def find_in_rows(data: Data, batches: Sequence[np.ndarray], ordered: bool = False) -> Finding | None:
    """The finding that the rows of the batches call for; None where every epoch takes every row once, rightly cut.

    batches: the row numbers of every batch that the loop took, in time order.
    ordered: whether the rows have to come in their own order.
    """
    for look in (_one_set, _swapped, *((_left_out,) if ordered else ()), _overlap, _length, _cut, _coverage):
        finding = look(data, batches)
        if finding is not None:
            return finding
    if ordered and any(np.any(np.diff(np.concatenate(epoch)) < 0) for epoch in epochs_of(data, batches)):
        return Finding("wrong-result", messages.not_in_order(), 0, 0)
    return None


def epochs_of(data: Data, batches: Sequence[np.ndarray]) -> list[Sequence[np.ndarray]]:
    """The batches, epoch by epoch as they should be."""
    return [batches[at : at + data.batches] for at in range(0, len(batches), data.batches)]


def _one_set(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    sets = {tuple(sorted(rows.tolist())) for rows in batches}
    if data.batches == 1 or len(batches) < 2:
        return None
    if all(len(set(one)) == data.n for one in sets) and data.n > data.batch_size and len(batches) == data.epochs:
        return Finding("batch-size-ignored", messages.batch_size_ignored(data.n, data.batch_size), 0, 0)
    if all(len(set(one)) == data.n for one in sets) and data.n > data.batch_size:
        return Finding("whole-dataset-every-batch", messages.whole_dataset_every_batch(data.n, data.batch_size), 0, 0)
    if len(sets) == 1:
        rows = len(set(next(iter(sets))))
        if len(batches) == data.epochs:
            return Finding("one-batch-per-epoch", messages.one_batch_per_epoch(rows, data.n, data.batches), 0, 0)
        return Finding("first-batch-only", messages.first_batch_only(rows, data.n), 0, 1)
    if len(batches) == data.epochs != data.updates and all(len(one) == data.batch_size for one in sets):
        return Finding("one-batch-per-epoch", messages.one_batch_per_epoch(data.batch_size, data.n, data.batches), 0, 0)
    in_epoch = [{tuple(sorted(rows.tolist())) for rows in epoch} for epoch in epochs_of(data, batches)]
    if len(batches) == data.updates and all(len(one) == 1 for one in in_epoch):
        return Finding("first-batch-only", messages.first_batch_only(data.batch_size, data.n), 0, 1)
    return None


def _swapped(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    if data.epochs < 2 or data.batches < 2 or len(batches) != data.updates:
        return None
    runs = [batches[at : at + data.epochs] for at in range(0, len(batches), data.epochs)]
    same = all({*map(int, run[0])} == {*map(int, rows)} for run in runs for rows in run)
    return Finding("loops-swapped", messages.loops_swapped(data.epochs), 0, 1) if same else None


def _left_out(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    """Every epoch, as told by rows that come round again, takes the same rows, once each, and never the others."""
    epochs = number_epochs(tuple(batches), None)
    taken = [np.concatenate([rows for rows, at in zip(batches, epochs) if at == epoch]) for epoch in sorted(set(epochs))]
    out = np.setdiff1d(np.arange(data.n), taken[0]) if taken else []
    if not len(out) or len(taken) != data.epochs or data.epochs < 2 or len(taken[0]) <= data.batch_size:
        return None
    if any(len(set(one.tolist())) != len(one) or set(one.tolist()) != set(taken[0].tolist()) for one in taken):
        return None
    if len(out) == data.n % data.batch_size and out[0] == len(taken[0]):
        return None  # the smaller last batch, which `_length` tells of
    code = "last-batch-dropped" if out[0] == len(taken[0]) else "wrong-result"
    return Finding(code, messages.rows_left_out(len(out), data.n, int(out[0])), 0, int(out[0]) // data.batch_size)


def _overlap(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    again = overlap(batches, data.epochs)
    return None if again is None else Finding("wrong-result", messages.batches_overlap(*again), 0, again[0])


def _length(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    """Too many or too few updates, of batches that are cut rightly otherwise."""
    sizes = [len(rows) for rows in batches]
    right = [min(data.batch_size, data.n - at) for at in range(0, data.n, data.batch_size)]
    if len(batches) == data.updates or not batches:
        return None
    if data.n % data.batch_size and len(batches) == (data.batches - 1) * data.epochs and set(sizes) == {data.batch_size}:
        first = np.concatenate(batches[: data.batches - 1])
        if len(set(first.tolist())) < len(first):
            return Finding("sampled-with-replacement", messages.sampled_with_replacement(0, len(set(first.tolist())), data.n), 0, 0)
        return Finding("last-batch-dropped", messages.last_batch_dropped(data.n, data.batch_size), 0, data.batches - 1)
    cycled = (right * (len(sizes) // len(right) + 1))[: len(sizes)]
    if sizes == cycled:
        passes = (len(sizes) // data.batches, data.epochs) if len(sizes) % data.batches == 0 else (None, None)
        return Finding("wrong-number-of-epochs", messages.wrong_number_of_epochs(len(sizes), data.updates, *passes))
    return None


def _cut(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    first = len(batches[0]) if len(batches) else data.batch_size
    if first in (min(data.batch_size, data.n), 0) or (len(batches) > 1 and first < data.n and set(batches[0].tolist()) & set(batches[1].tolist())):
        return None
    return Finding("batch-size-ignored", messages.batch_size_ignored(first, data.batch_size), 0, 0)


def _coverage(data: Data, batches: Sequence[np.ndarray]) -> Finding | None:
    for number, epoch in enumerate(epochs_of(data, batches)):
        rows = np.concatenate(epoch)
        distinct = len(np.unique(rows))
        if distinct < len(rows):
            return Finding("sampled-with-replacement", messages.sampled_with_replacement(number, distinct, data.n), number, 0)
    return None

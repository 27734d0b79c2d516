"""Which rows the batches held, how often, and beside which targets."""

import math

import numpy as np

from autograder.judge import messages
from autograder.judge.causes.resets import leftover_dropped, others_forgotten
from autograder.judge.loop import Loop
from autograder.judge.overlap import overlap
from autograder.judge.plan import every_row_once, full_but_one, gathered_epochs, pairs_torn
from autograder.judge.verdict import Finding


def shape_broadcast(loop: Loop) -> Finding | None:
    """Prediction and target had different shapes."""
    for one, differ in enumerate(loop.broadcast):
        if differ and loop.sizes[one] > 1:
            update = int(loop.pass_update[one])
            return Finding("shape-broadcast", messages.shape_broadcast(rows=loop.sizes[one]), **loop.place(update))
    return None


def extra_empty_batch(loop: Loop) -> Finding | None:
    """A forward pass without rows, though the others have as many as asked."""
    sizes = [-1 if rows is None else len(rows) for rows in loop.pass_rows]
    if 0 not in sizes or batch_size_ignored(loop):
        return None
    first = sizes.index(0)
    run = next((at for at, size in enumerate(sizes[first:]) if size), len(sizes) - first)
    message = messages.extra_empty_batch(loop.batches + run, loop.batches)
    return Finding("extra-empty-batch", message, epoch=0, batch=loop.batches)


def whole_dataset_every_batch(loop: Loop) -> Finding | None:
    """Every pass takes all rows, though a batch has fewer, and there are several of them per epoch."""
    if len(loop.sizes) <= loop.epochs or loop.batches < 2 or any(size != loop.n for size in loop.sizes):
        return None
    return Finding("whole-dataset-every-batch", messages.whole_dataset_every_batch(loop.n, loop.batch_size), epoch=0, batch=0)


def first_batch_only(loop: Loop) -> Finding | None:
    """Every pass takes the same rows, more than once per epoch."""
    sets = _sets(loop)
    if sets is None or loop.batches < 2 or len(sets) <= loop.epochs or len(set(sets)) != 1 or len(sets[0]) == loop.n:
        return None
    return Finding("first-batch-only", messages.first_batch_only(len(sets[0]), loop.n), epoch=0, batch=1)


def one_batch_per_epoch(loop: Loop) -> Finding | None:
    """As many batches as epochs, which do not go on where the one before ended."""
    sets = _sets(loop)
    if not sets or loop.batches < 2 or len(sets) != loop.epochs or any(len(one) == loop.n for one in sets) or others_forgotten(loop):
        return None
    if loop.epochs > 1 and not set.intersection(*map(set, sets[: loop.batches])) and _goes_on(loop):
        return None
    message = messages.one_batch_per_epoch(len(sets[0]), loop.n, loop.batches)
    return Finding("one-batch-per-epoch", message, epoch=0, batch=1)


def loops_swapped(loop: Loop) -> Finding | None:
    """Each batch comes `epochs` times in a row before the next one does."""
    sets, epochs = _sets(loop), loop.epochs
    if sets is None or epochs < 2 or loop.batches < 2 or len(sets) != epochs * loop.batches:
        return None
    runs = [sets[start : start + epochs] for start in range(0, len(sets), epochs)]
    if any(len(set(run)) != 1 for run in runs) or len({run[0] for run in runs}) != loop.batches:
        return None
    return Finding("loops-swapped", messages.loops_swapped(epochs), epoch=0, batch=1)


def batch_size_ignored(loop: Loop) -> Finding | None:
    """Batches of another size than the one asked."""
    sizes, sets = [size for size in loop.sizes if size], _sets(loop)
    if not sizes or sets is None or whole_dataset_every_batch(loop):
        return None
    usual = max(set(sizes), key=sizes.count)
    covered = np.concatenate(_passes_once(loop)[: math.ceil(loop.n / usual)])
    if not np.array_equal(np.sort(covered), np.arange(loop.n)) and len(set(sets)) > 1:
        return None
    allowed = {min(loop.batch_size, loop.n), loop.n - (loop.batches - 1) * loop.batch_size}
    micro = loop.group == 1 and every_row_once(loop)
    if usual in allowed or (micro and full_but_one([len(rows) for rows in loop.rows[: loop.per_epoch]], loop)):
        return None
    return Finding("batch-size-ignored", messages.batch_size_ignored(usual, loop.batch_size), epoch=0, batch=0)


def last_batch_dropped(loop: Loop) -> Finding | None:
    """Only the full batches of each epoch are used."""
    left, full, sets = loop.n % loop.batch_size, loop.n // loop.batch_size, _sets(loop)
    if not left or not full or not sets or len(sets) % full or batch_size_ignored(loop):
        return None
    if any(len(one) != loop.batch_size for one in sets):
        return None
    epochs = [sets[start : start + full] for start in range(0, len(sets), full)]
    if len(epochs) < loop.epochs or any(len(set().union(*map(set, epoch))) != full * loop.batch_size for epoch in epochs):
        return None
    taken = np.concatenate(loop.pass_rows)
    if taken[0] and (np.diff(taken[: full * loop.batch_size]) == 1).all():
        return None  # in order, and it is the first rows that are left out
    message = messages.last_batch_dropped(loop.n, loop.batch_size, left)
    return Finding("last-batch-dropped", message, epoch=0, batch=full)


def rows_left_out(loop: Loop) -> Finding | None:
    """Every epoch sees the same rows, once each, and never the others."""
    if any(rows is None for rows in loop.pass_rows) or not loop.sizes or not _same_rows_each_epoch(loop):
        return None
    if last_batch_dropped(loop) or leftover_dropped(loop):
        return None
    first = np.concatenate([rows for rows, epoch in zip(_passes_once(loop), loop.pass_epochs) if epoch == 0])
    out = np.setdiff1d(np.arange(loop.n), first)
    if not len(out) or len(set(first.tolist())) != len(first) or len(first) <= loop.batch_size:
        return None
    last = out[0] == len(first)  # the rest of the rows, from some place on
    code = "last-batch-dropped" if last else "wrong-result"
    return Finding(code, messages.rows_left_out(len(out), loop.n, int(out[0])), epoch=0, batch=int(out[0]) // loop.batch_size)


def batches_overlap(loop: Loop) -> Finding | None:
    """A batch begins within the one before it, in every epoch alike."""
    parts = _passes_once(loop)
    again = overlap(parts, loop.epochs) if len(parts) == len(loop.pass_rows) else None
    return None if again is None else Finding("wrong-result", messages.batches_overlap(*again), epoch=0, batch=again[0])


def wrong_number_of_epochs(loop: Loop) -> Finding | None:
    """More or fewer passes over the data than asked, each of them whole (but the last)."""
    sets = _sets(loop)
    if not sets or len(sets) == loop.epochs * loop.batches or loop.made == loop.asked or 0 in loop.sizes or not _goes_on(loop):
        return None
    if any(gathered_epochs(loop, update) for update in range(loop.updates)):
        return None
    passes, rest = divmod(len(sets) + loop.made - loop.updates, loop.batches)
    epochs = None if rest else passes
    message = messages.wrong_number_of_epochs(loop.made, loop.asked, epochs, loop.epochs if epochs else None)
    return Finding("wrong-number-of-epochs", message, epoch=min(passes, loop.epochs), batch=rest)


def sampled_with_replacement(loop: Loop) -> Finding | None:
    """An epoch's batches hold some rows twice and others never, though the batches differ."""
    if any(rows is None for rows in loop.pass_rows) or not loop.sizes or loop.batches < 2 or _goes_on(loop):
        return None
    if len(set(_sets(loop) or [])) < 2 or loops_swapped(loop) or last_batch_dropped(loop) or one_batch_per_epoch(loop):
        return None
    if leftover_dropped(loop) or max(loop.backwards) > 1 or _same_rows_each_epoch(loop) or batches_overlap(loop):
        return None
    epoch = np.concatenate(_passes_once(loop)[: loop.batches])
    distinct = len(set(epoch.tolist()))
    if distinct == len(epoch) or distinct == loop.n:
        return None
    return Finding("sampled-with-replacement", messages.sampled_with_replacement(0, distinct, loop.n), epoch=0, batch=0)


def pairs_broken(loop: Loop) -> Finding | None:
    """An input row met another row's target."""
    torn = pairs_torn(loop)
    if torn is None:
        return None
    update, x_row, y_row = torn
    return Finding("pairs-broken", messages.pairs_broken(update, x_row, y_row), **loop.place(update))


def _same_rows_each_epoch(loop: Loop) -> bool:
    """Whether each epoch, as told by rows that come round again, sees the same rows, once each."""
    epochs = [
        np.concatenate([rows for rows, at in zip(loop.pass_rows, loop.pass_epochs) if at == epoch])
        for epoch in range(int(loop.pass_epochs[-1]) + 1)
    ]
    return len(epochs) == loop.epochs > 1 and len({frozenset(rows.tolist()) for rows in epochs}) == 1


def _sets(loop: Loop) -> list[frozenset] | None:
    """The rows of each pass that has any, as sets; None where some are unknown."""
    if any(rows is None for rows in loop.pass_rows):
        return None
    return [frozenset(rows.tolist()) for rows in _passes_once(loop)]


def _passes_once(loop: Loop) -> list[np.ndarray]:
    """The rows of the passes that have any; a batch that an update sees twice is told once."""
    parts, seen = [], set()
    for rows, update in zip(loop.pass_rows, loop.pass_update.tolist()):
        key = (update, None if rows is None else rows.tobytes())
        if rows is not None and len(rows) and not (key in seen and update < loop.updates):
            parts.append(rows)
            seen.add(key)
    return parts


def _goes_on(loop: Loop) -> bool:
    """Whether the passes, `batches` at a time, go once through all rows (the last time perhaps not to the end)."""
    parts = _passes_once(loop)
    for start in range(0, len(parts), loop.batches):
        epoch = np.concatenate(parts[start : start + loop.batches])
        whole = len(parts) - start >= loop.batches
        if len(set(epoch.tolist())) != len(epoch) or (whole and len(epoch) != loop.n):
            return False
    return bool(parts)

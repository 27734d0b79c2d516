"""Gradients that are not reset where they should be."""

import numpy as np

from autograder.judge import messages
from autograder.judge.causes.windows import first_update_of_window, growth, parallel, window_starts
from autograder.judge.loop import Loop
from autograder.judge.verdict import Finding


def never_zeroed(loop: Loop) -> Finding | None:
    """Every update's gradient holds all batches since the very first."""
    if _damped(loop):
        return Finding("never-zeroed", messages.never_zeroed(1), **loop.place(1))
    oldest = [start for k, start in enumerate(first_update_of_window(loop)) if loop.passes(k)]
    if len(oldest) <= loop.per_epoch or len(oldest) < 2 or any(start != loop.pass_update[0] for start in oldest):
        return None
    return Finding("never-zeroed", messages.never_zeroed(1, growth(loop, 1)), **loop.place(1))


def _damped(loop: Loop) -> bool:
    """Whether what stood is always what stood before and the new gradient, made smaller together: scaled or clipped, not reset."""
    if loop.updates < 4 or any("zero_grad" in verbs for verbs in loop.order) or any(not loop.passes(k) for k in range(loop.updates)):
        return False
    own = np.array([loop.pass_fresh[loop.passes(update)].sum(axis=0) for update in range(loop.updates)])
    factors = [parallel(loop.stood[k], loop.stood[k - 1] + own[k], loop) for k in range(1, loop.updates)]
    return all(factor is not None and factor > 0 for factor in factors) and any(factor < 0.999 for factor in factors)


def zeroed_once_per_epoch(loop: Loop) -> Finding | None:
    """Every update's gradient holds all batches since its epoch began, with several updates per epoch."""
    oldest, per_epoch = first_update_of_window(loop), loop.per_epoch
    if loop.updates <= per_epoch or per_epoch < 2:
        return None
    asked = [update // per_epoch * per_epoch for update in range(loop.updates)]
    if oldest not in (asked, _epoch_beginnings(loop)) or oldest == list(range(loop.updates)):
        return None
    where = loop.place(1)
    return Finding("zeroed-once-per-epoch", messages.zeroed_once_per_epoch(**where, factor=growth(loop, 1)), **where)


def _epoch_beginnings(loop: Loop) -> list[int] | None:
    """For each update the first one of its epoch, as told by rows that come round again; None where rows are unknown."""
    if any(rows is None for rows in loop.rows):
        return None
    epochs = [int(loop.pass_epochs[loop.passes(update)[0]]) for update in range(loop.updates)]
    return [epochs.index(epoch) for epoch in epochs] if len(set(epochs)) == loop.epochs else None


def zeroed_irregularly(loop: Loop) -> Finding | None:
    """Some updates carry older gradients, by no rule that has a name."""
    if never_zeroed(loop) or zeroed_once_per_epoch(loop) or leftover_leaks(loop) or loop.updates < 2:
        return None
    part = _part_stale(loop)
    if part is not None:
        return Finding("zeroed-irregularly", messages.zeroed_for_some(part, loop.stood.shape[1]), **loop.place(1))
    oldest = first_update_of_window(loop)
    stale = [update for update, start in enumerate(oldest) if start is not None and start < update]
    if not stale or oldest.count(None) * 2 > loop.updates:
        return None
    if all(start == 0 for start in oldest):
        return Finding("never-zeroed", messages.never_zeroed(1, growth(loop, 1)), **loop.place(1))
    message = messages.zeroed_irregularly(stale[0], len(stale), loop.updates)
    return Finding("zeroed-irregularly", message, **loop.place(stale[0]))


def _part_stale(loop: Loop) -> int | None:
    """How many parameters keep every older gradient while the others are reset; None where it is not so."""
    if loop.updates < 3 or any(len(loop.passes(update)) != 1 for update in range(loop.updates)):
        return None
    own = loop.pass_fresh[[loop.passes(update)[0] for update in range(loop.updates)]]
    bound = 1e-9 * (1 + np.abs(own).max(axis=0))
    reset = (np.abs(loop.stood - own) <= bound).all(axis=0)
    kept = (np.abs(loop.stood - np.cumsum(own, axis=0)) <= 1e3 * bound).all(axis=0)
    return int((~reset).sum()) if reset.any() and not reset.all() and kept[~reset].all() else None


def zeroed_before_step(loop: Loop) -> Finding | None:
    """Backward made a gradient, and nothing stood when the optimizer stepped."""
    empty = [
        update
        for update in range(loop.updates)
        if loop.by[update] != "hand" and loop.passes(update) and not loop.stood[update].any() and _made(loop, update)
    ]
    if not empty or len(empty) * 2 < loop.updates:
        return None
    return Finding("zeroed-before-step", messages.zeroed_before_step(len(empty), empty[0]), **loop.place(empty[0]))


def zeroed_each_micro_batch(loop: Loop) -> Finding | None:
    """An update of several passes holds the last one's gradient alone."""
    if loop.group == 1:
        return None
    if others_forgotten(loop):
        return Finding("zeroed-each-micro-batch", messages.only_last_backward(min(loop.group, loop.batches)), epoch=0, batch=loop.batches - 1)
    starts = window_starts(loop)
    only_last = [k for k, start in enumerate(starts) if len(loop.passes(k)) > 1 and start == loop.passes(k)[-1]]
    several = [k for k in range(loop.updates) if len(loop.passes(k)) > 1]
    if not only_last or len(only_last) < len(several):
        return None
    message = messages.zeroed_each_micro_batch(len(loop.passes(only_last[0])), only_last[0])
    return Finding("zeroed-each-micro-batch", message, **loop.place(only_last[0]))


def others_forgotten(loop: Loop) -> bool:
    """Whether every update follows the losses of a whole epoch, or of its whole group, of which backward met a single one."""
    looked = [one["update"] for one in loop.idle if one["grad"] and one["loss"]]
    once = loop.batches > 1 and 0 < loop.updates <= loop.epochs
    grouped = loop.updates == loop.asked > 0 and loop.batches > 1 < loop.group
    sizes = [loop.batches if once else min(loop.group, loop.batches - loop.place(k)["batch"]) for k in range(loop.updates)]
    return (once or grouped) and all(len(loop.passes(k)) == 1 and looked.count(k) >= sizes[k] - 1 for k in range(loop.updates))


def accumulation_ignored(loop: Loop) -> Finding | None:
    """An update after every batch, where groups of batches should share one."""
    batches = loop.batches * loop.epochs
    if loop.group == 1 or loop.updates < batches or loop.asked == batches or not batches:
        return None
    if loop.updates > batches + loop.asked:
        return None
    message = messages.accumulation_ignored(loop.made, loop.asked, min(loop.group, loop.batches))
    return Finding("accumulation-ignored", message, epoch=0, batch=0)


def leftover_dropped(loop: Loop) -> Finding | None:
    """The last, smaller group of an epoch makes no update, and is not in the next one's gradient either."""
    left = loop.batches % loop.group
    if loop.group == 1 or not left or loop.updates != loop.epochs * (loop.batches // loop.group):
        return None
    if _carried(loop) or any(len(loop.passes(update)) < loop.group for update in range(loop.updates)):
        return None
    return Finding("leftover-dropped", messages.leftover_dropped(0, left, loop.group), epoch=0, batch=loop.batches - left)


def leftover_leaks(loop: Loop) -> Finding | None:
    """The last, smaller group of an epoch is in the gradient of the next epoch's first update."""
    left = loop.batches % loop.group
    if loop.group == 1 or not left or not _carried(loop):
        return None
    return Finding("leftover-leaks", messages.leftover_leaks(0, left, loop.group), epoch=1, batch=0)


def _carried(loop: Loop) -> bool:
    """Whether gradients of one epoch's last batches stood at an update that ends in the next epoch.

    Seen as an update whose passes begin before the border of an epoch that saw all rows and end after it, with all
    of them in its gradient.
    """
    starts, seen = window_starts(loop), np.bincount(loop.pass_epochs, loop.sizes)
    for update in range(loop.updates):
        passes, start = loop.passes(update), starts[update]
        if start is None:
            continue
        crosses = loop.pass_epochs[start] < loop.pass_epochs[passes[-1]]
        if crosses and start == passes[0] and seen[loop.pass_epochs[start]] == loop.n:
            return True
    return False


def _made(loop: Loop, update: int) -> bool:
    return any(np.nan_to_num(loop.pass_fresh[one]).any() for one in loop.passes(update))


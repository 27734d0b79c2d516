"""Gradients of the wrong loss, size, sign or choice."""

import numpy as np

from autograder.judge import messages
from autograder.judge.causes.resets import others_forgotten
from autograder.judge.causes.windows import parallel, window_starts
from autograder.judge.loop import Loop
from autograder.judge.plan import gathered_epochs, pairs_torn
from autograder.judge.verdict import Finding


def best_gradient_only(loop: Loop) -> Finding | None:
    """One chosen batch of an epoch, or one chosen row of a batch, makes the update."""
    return _best_batch(loop) or _best_of_group(loop) or _best_row(loop) or _best_of_rows(loop)


def _best_batch(loop: Loop) -> Finding | None:
    if loop.batches < 3 or not 0 < loop.updates <= loop.epochs:
        return None
    chosen = [_chosen(loop, update) for update in range(loop.updates)]
    if None in chosen or len(set(chosen)) == 1 == len(set(chosen) - {loop.batches - 1}) and chosen[0] == 0 and loop.updates > 1:
        return None
    if all(place == loop.batches - 1 for place in chosen):
        return None
    return Finding("best-gradient-only", messages.best_gradient_only(0, loop.updates, loop.asked), epoch=0, batch=0)


def _best_of_group(loop: Loop) -> Finding | None:
    """Of each group's losses backward meets a single one, and not always the last."""
    if loop.group == 1 or not others_forgotten(loop) or any(loop.rows[update] is None for update in range(loop.updates)):
        return None
    places = [int(rows.min()) // loop.batch_size for rows in loop.rows]
    if all(place % loop.group == loop.group - 1 or place == loop.batches - 1 for place in places):
        return None
    return Finding("best-gradient-only", messages.best_gradient_only(0, of=" of each group" if loop.per_epoch > 1 else ""), epoch=0, batch=0)


def _chosen(loop: Loop, update: int) -> int | None:
    """The batch (from 0) of this epoch whose gradient alone stood at its one update; None where it is not one."""
    passes = [one for one in range(len(loop.sizes)) if loop.pass_update[one] == update]
    looked_at = [one for one in loop.idle if one["update"] == update]
    if len(passes) == 1 and len(looked_at) >= loop.batches - 1:
        rows = loop.pass_rows[passes[0]]
        return None if rows is None or len(rows) == loop.n else int(rows.min()) // loop.batch_size
    if len(passes) < loop.batches:
        return None
    for place, one in reversed(list(enumerate(passes[: loop.batches]))):
        if loop.close(loop.stood[update], loop.pass_fresh[one]):
            return place
    return None


def _best_row(loop: Loop) -> Finding | None:
    """Each update's gradient is that of a single row of its batch."""
    if loop.updates < 2 or loop.group > 1 or len(loop.passes(0)) != 1 or any(rows is None or len(rows) < 2 for rows in loop.rows[:2]):
        return None
    for update in (0, 1):
        alone = loop.rows[update][:, None]
        _, gradients = loop.reference.gradients(list(alone), loop.weights[[update] * len(alone)])
        if not any(loop.close(loop.stood[update], gradient) for gradient in gradients):
            return None
    return Finding("best-gradient-only", messages.best_gradient_only(0), epoch=0, batch=0)


def _best_of_rows(loop: Loop) -> Finding | None:
    """A batch's rows go forward one by one, and backward meets the loss of a single one."""
    if not loop.updates or loop.group > 1 or loop.batch_size < 2 or any(size != 1 for size in loop.sizes):
        return None
    looked = [one["update"] for one in loop.idle if one["grad"] and one["loss"] and one["size"] == 1]
    if any(len(loop.passes(update)) != 1 for update in range(loop.updates)) or len(looked) < loop.n - loop.batches or 0 not in looked:
        return None
    return Finding("best-gradient-only", messages.best_row_only(looked.count(0) + 1), epoch=0, batch=0)


def backward_twice(loop: Loop) -> Finding | None:
    """An update holds one batch's gradient more than once."""
    for update in range(loop.updates):
        own = loop.passes(update)
        again = [one for one in own if loop.backwards[one] > 1]
        rows = [None if loop.pass_rows[one] is None else tuple(loop.pass_rows[one].tolist()) for one in own]
        same = any(rows.count(one) > 1 for one in rows if one)
        alone = own and not again and loop.close(loop.stood[update], loop.pass_fresh[own[-1]])
        if (again or same) and not alone and _counted_again(loop, update) and not gathered_epochs(loop, update):
            return Finding("backward-twice", messages.backward_twice(update, _over_reference(loop, update), len(set(rows))), **loop.place(update))
    return _stepped_twice(loop)


def _stepped_twice(loop: Loop) -> Finding | None:
    """Two steps on the same gradient: it counts twice as well."""
    if loop.updates <= loop.asked:
        return None
    again = [k for k in range(1, loop.updates) if _same_again(loop, k)]
    if not again or len(again) < loop.updates - loop.asked:
        return None
    return Finding("backward-twice", messages.used_twice(again[0] - 1, len(again)), **loop.place(again[0] - 1))


def _same_again(loop: Loop, update: int) -> bool:
    """Whether an optimizer stepped once more on what stood at the update before."""
    stood = loop.stood[update]
    fresh = loop.by[update] != "hand" and not loop.passes(update) and bool(np.nan_to_num(stood).any())
    return fresh and loop.close(stood, loop.stood[update - 1])


def _counted_again(loop: Loop, update: int) -> bool:
    factor = _over_reference(loop, update)
    return factor is None or abs(factor - 1) > 1e-3


def _over_reference(loop: Loop, update: int) -> float | None:
    """What stood over the gradient of the mean loss of the update's distinct rows, where they are parallel."""
    rows = loop.rows[update]
    if rows is None or not len(rows):
        return None
    return parallel(loop.stood[update], loop.reference.gradient(np.unique(rows), loop.weights[update])[1], loop)


def loss_fn_ignored(loop: Loop) -> Finding | None:
    """The gradients are not the given loss's: it was not called for them, or called and not used."""
    if not loop.updates or loop.rows[0] is None or not len(loop.rows[0]) or pairs_torn(loop) is not None:
        return None
    update, own = 0, loop.pass_fresh[loop.passes(0)].sum(axis=0)
    loss, gradient = loop.reference.gradient(loop.rows[update], loop.weights[update])
    if not np.isfinite(own).all():
        return None
    seen = [loop.losses_seen[one] for one in loop.passes(update)]
    if loop.close(own, gradient) or (all(seen) and not _called_and_not_used(loop, update, own, loss, gradient)):
        return None
    said = loop.returned[update] if loop.returned is not None and len(loop.returned) > update else None
    return Finding("loss-fn-ignored", messages.loss_fn_ignored(said, loss), **loop.place(update))


def _called_and_not_used(loop: Loop, update: int, own: np.ndarray, loss: float, gradient: np.ndarray) -> bool:
    """Whether the given loss had its right value, though the gradient is not even parallel to its own."""
    told = loop.pass_losses[loop.passes(update)[0]]
    if loop.pass_rows[loop.passes(update)[0]] is None:
        return False
    return len(loop.passes(update)) == 1 and np.isclose(told, loss, rtol=1e-5) and parallel(own, gradient, loop) is None


def gradient_sign(loop: Loop) -> Finding | None:
    """What stood points the other way, or the update goes there."""
    factors = _factors(loop) if loop.replay is None or not _moves_uphill(loop) else [-1.0]
    if not factors or any(factor is None or factor >= 0 for factor in factors):
        return None
    before = loop.replay.losses[0]
    after = loop.reference.gradient(loop.rows[0], loop.weights[1])[0]
    return Finding("gradient-sign", messages.gradient_sign(0, before, after), epoch=0, batch=0)


def _moves_uphill(loop: Loop) -> bool:
    moved, right = np.diff(loop.weights, axis=0), loop.replay.weights - loop.weights[:-1]
    return loop.updates > 1 and all((parallel(one, other, loop) or 0) < 0 for one, other in zip(moved[:2], right[:2]))


def not_averaged(loop: Loop) -> Finding | None:
    """Accumulated gradients are the sum of the batches' means, where the mean is asked."""
    if loop.group == 1 or loop.replay is None:
        return None
    for update in range(loop.updates):
        own = loop.passes(update)
        if len(own) > 1 and loop.close(loop.stood[update], _sum_of_means(loop, update)):
            factor = np.linalg.norm(loop.stood[update]) / np.linalg.norm(loop.replay.gradients[update])
            return Finding("not-averaged", messages.not_averaged(update, float(factor), len(own)), **loop.place(update))
    return None


def mean_of_means(loop: Loop) -> Finding | None:
    """Batches of different sizes weigh the same within an update."""
    if loop.group == 1 or loop.replay is None:
        return None
    for update in range(loop.updates):
        own = loop.passes(update)
        sizes = [loop.sizes[one] for one in own]
        if len(set(sizes)) < 2 or loop.close(loop.stood[update], loop.replay.gradients[update]):
            continue
        factor = parallel(loop.stood[update], _sum_of_means(loop, update), loop)
        if factor is not None and 0 < factor and not np.isclose(factor, 1):
            return Finding("mean-of-means", messages.mean_of_means(update, sizes), **loop.place(update))
    return None


def gradient_scaled(loop: Loop) -> Finding | None:
    """What stood is the right gradient times a factor: one number, the batch's size or its inverse, or one that changes, as clipping's does."""
    if not_averaged(loop) or mean_of_means(loop):
        return None
    factors = _factors(loop)
    known = [(update, factor) for update, factor in enumerate(factors) if factor is not None]
    off = [(update, factor) for update, factor in known if factor > 0 and abs(factor - 1) > 1e-4]
    if not off or len(known) < loop.updates or _several_batches(loop, off[0][0]):
        return None
    update, factor = off[0]
    if gathered_epochs(loop, update):
        return None
    ruled = _one_rule(loop, off)
    if not ruled and all(abs(one - 1) < 0.05 for _, one in off):
        return None  # rounding, say, and no factor
    rows = len(loop.rows[update]) if ruled else None
    return Finding("gradient-scaled", messages.gradient_scaled(factor, update, rows), **loop.place(update))


def _several_batches(loop: Loop, update: int) -> bool:
    """Whether an update holds more batches than asked: then there is no right size to compare it with."""
    return loop.group == 1 and len(loop.rows[update]) > loop.batch_size


def _one_rule(loop: Loop, off: list[tuple[int, float]]) -> bool:
    """Whether one rule gives all factors that are off: a constant, the rows, the batches, or a ratio of these."""
    values = [factor for _, factor in off]
    sizes = [len(loop.rows[update]) for update, _ in off]
    counts = [len(loop.passes(update)) for update, _ in off]
    rules = ([1.0] * len(off), sizes, counts)
    return any(
        np.allclose([v * r**power for v, r in zip(values, rule)], values[0] * rule[0] ** power, rtol=1e-3)
        for rule in rules
        for power in (-1, 1)
    )


def _factors(loop: Loop) -> list[float | None]:
    """For each update what stood over the reference's gradient, None where they are not parallel."""
    if loop.replay is None or not loop.updates:
        return []
    if any(start is not None and start < loop.passes(k)[0] for k, start in enumerate(window_starts(loop))):
        return []
    return [parallel(stood, right, loop) for stood, right in zip(loop.stood, loop.replay.gradients)]


def _sum_of_means(loop: Loop, update: int) -> np.ndarray:
    """The sum over an update's passes of the gradient of each one's mean loss."""
    rows = [loop.pass_rows[one] for one in loop.passes(update)]
    if any(one is None or not len(one) for one in rows):
        return np.full(loop.stood.shape[1], np.nan)
    return np.sum([loop.reference.gradient(one, loop.weights[update])[1] for one in rows], axis=0)

"""From the forward passes that were seen of a loop by hand to its trace."""

from typing import TYPE_CHECKING

import numpy as np

from autograder.trace.trace import Trace

if TYPE_CHECKING:
    from autograder.trace.numpy_recorder import Call

PASS = ("forward", "loss", "backward")
SEEN_MOVE = 1e-12


def read_passes(call: "Call", passes: list[tuple]) -> Trace | None:
    """The trace of a loop whose passes were seen; None where there were none.

    Weights are read off each pass, w to the last bit and b from the first prediction; the gradient that
    stood at a step is the way that the weights went, by the learning rate.
    """
    passes = _once_each(passes)
    if not passes or call.x is None:
        return None
    x, y = ([np.frombuffer(one[at]) for one in passes] for at in (2, 3))
    weights = np.array([(one[0], one[1] - one[0] * first[0]) for one, first in zip(passes, x)])
    losses, fresh = losses_and_gradients(x, y, weights)
    for at, one in enumerate(passes):
        if one[4] is not None:
            losses[at] = one[4]
    rows = find_rows(call.x, call.y, [one[2] for one in passes], [one[3] for one in passes])
    return assemble(call, rows, losses, fresh, weights)


def _once_each(passes: list[tuple]) -> list[tuple]:
    """Passes without those that only repeat the one before: predicted again, with the same weights on the same rows."""
    return [one for at, one in enumerate(passes) if not at or one[:4] != passes[at - 1][:4]]


def losses_and_gradients(x: list[np.ndarray], y: list[np.ndarray], weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(F,) losses and (F, 2) gradients of F batches at their weights (F, 2); batches of one length are done at once."""
    losses, fresh = np.full(len(x), np.nan), np.full((len(x), 2), np.nan)
    sizes = np.array([len(one) if len(one) == len(other) else 0 for one, other in zip(x, y)])
    for size in set(sizes.tolist()) - {0}:
        which = np.flatnonzero(sizes == size)
        table = np.concatenate([x[at] for at in which]).reshape(-1, size)
        error = table * weights[which, :1]
        error += weights[which, 1:]
        error -= np.concatenate([y[at] for at in which]).reshape(-1, size)
        losses[which] = np.einsum("ij,ij->i", error, error) / size
        fresh[which, 0] = 2 * np.einsum("ij,ij->i", error, table) / size
        fresh[which, 1] = 2 * error.mean(axis=1)
    return losses, fresh


def find_rows(x: np.ndarray, y: np.ndarray, x_batches: list[bytes], y_batches: list[bytes]) -> list[np.ndarray | None]:
    """The row numbers of batches given by their bytes: told by x, and by x and y together where an x comes twice."""
    distinct = len(np.unique(x)) == len(x)
    keys = [one if distinct else (one, other) for one, other in zip(x_batches, y_batches)]
    different = list(dict.fromkeys(keys))
    found = _look_up(x, y, different, distinct)
    by_key = dict(zip(different, found))
    return [by_key[key] for key in keys]


def _look_up(x: np.ndarray, y: np.ndarray, keys: list, distinct: bool) -> list[np.ndarray | None]:
    if distinct:
        values, batches = x, [np.frombuffer(key) for key in keys]
    else:
        values, batches = x + 1j * y, [_complex(*key) for key in keys]
    order = np.argsort(values, kind="stable")
    joined = np.concatenate(batches)
    places = np.minimum(np.searchsorted(values[order], joined), len(values) - 1)
    rows = order[places]
    known = values[rows] == joined
    cuts = np.cumsum([len(batch) for batch in batches])[:-1]
    return [part if good.all() else None for part, good in zip(np.split(rows, cuts), np.split(known, cuts))]


def _complex(x: bytes, y: bytes) -> np.ndarray:
    one, other = np.frombuffer(x), np.frombuffer(y)
    return one + 1j * other if len(one) == len(other) else np.full(len(one), np.nan + 0j)


def assemble(call: "Call", rows: list, losses: np.ndarray, fresh: np.ndarray, weights: np.ndarray) -> Trace:
    """The trace of F passes at these weights (F, 2): an update lies where the weights then differ."""
    end = np.array(call.end if call.end is not None else weights[-1])
    after = np.vstack([weights[1:], end])
    kept = _without_onlookers(call, rows, fresh, weights, _moved(call, weights, after, fresh))
    rows, losses, fresh, weights = [rows[at] for at in kept], losses[kept], fresh[kept], weights[kept]
    moved = _moved(call, weights, np.vstack([weights[1:], end]), fresh)
    update = np.concatenate([[0], np.cumsum(moved)[:-1]]).astype(int)
    ends = np.flatnonzero(moved)
    stations = np.vstack([weights[:1], weights[ends + 1] if not len(ends) or ends[-1] + 1 < len(weights) else np.vstack([weights[ends[:-1] + 1], end])])
    fresh[update == len(ends)] = np.nan
    return Trace(
        parameters=(("w", ()), ("b", ())),
        pass_rows=tuple(rows),
        pass_losses=losses,
        pass_fresh=fresh,
        pass_update=update,
        stood=-np.diff(stations, axis=0) / call.lr,
        weights=stations,
        order=_order(update, len(ends)),
        n=len(call.x),
    )


def _moved(call: "Call", before: np.ndarray, after: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """(F,) whether the weights changed after each pass, or would have, had the step not been too small to see."""
    size = 1 + np.abs(before).max(initial=0)
    differ = (before[:, 0] != after[:, 0]) | (np.abs(before[:, 1] - after[:, 1]) > SEEN_MOVE * size)
    too_small = np.abs(fresh * call.lr).max(axis=1) < SEEN_MOVE * size
    return differ | too_small


def _without_onlookers(call: "Call", rows: list, fresh: np.ndarray, weights: np.ndarray, moved: np.ndarray) -> np.ndarray:
    """The passes that training is made of: where an update follows from its last pass alone, the others only looked on."""
    if moved.all():
        return np.arange(len(moved))
    keep, first = [], 0
    end = np.array(call.end if call.end is not None else weights[-1])
    for last in np.flatnonzero(moved).tolist():
        following = weights[last + 1] if last + 1 < len(weights) else end
        stood = (weights[last] - following) / call.lr
        alone = np.allclose(stood, fresh[last], rtol=1e-6, atol=1e-9)
        whole = [at for at in range(first, last) if rows[at] is not None and len(rows[at]) == len(call.x)]
        smaller = rows[last] is not None and len(rows[last]) < len(call.x)
        keep += [last] if alone else [at for at in range(first, last + 1) if not (smaller and at in whole)]
        first = last + 1
    return np.array([*keep, *range(first, len(moved))] if not keep else keep, dtype=int)


def _order(update: np.ndarray, updates: int) -> tuple[tuple[str, ...], ...]:
    passes = np.bincount(update, minlength=updates + 1).tolist()
    usual = (*PASS, "step")
    led = tuple(usual if count == 1 else PASS * count + ("step",) for count in passes[:updates])
    return (*led, ("forward", "loss") * passes[updates])

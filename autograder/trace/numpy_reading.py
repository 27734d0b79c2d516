"""From the passes that were seen of a loop by hand to its trace."""

from typing import TYPE_CHECKING

import numpy as np

from autograder.trace.numpy_watch import Pass
from autograder.trace.rows import AT_ONCE, RowTable
from autograder.trace.trace import Trace

if TYPE_CHECKING:
    from autograder.trace.numpy_recorder import Call

PASS = ("forward", "loss", "backward")
SEEN_MOVE = 1e-12
ON_A_LINE = 1e-9


class Columns:
    """What is known of F passes: weights and fresh gradients (F, 2), losses (F,), rows."""

    def __init__(self, count: int):
        self.weights, self.fresh = np.full((count, 2), np.nan), np.full((count, 2), np.nan)
        self.losses = np.full(count, np.nan)
        self.rows: list[np.ndarray | None] = [None] * count


def read_passes(call: "Call", passes: list[Pass]) -> Trace | None:
    """The trace of a loop whose passes were seen; None where there were none.

    The rows are told by their targets, the weights by the line on which the predictions lie; the gradient
    that stood at a step is the way that the weights went, by the learning rate.
    """
    passes = [one for one, before in zip(passes, [None, *passes]) if before is None or one[0] != before[0] or one[1] != before[1]]
    if not passes or call.x is None:
        return None
    table, columns = RowTable(call.y.view(np.uint64)), Columns(len(passes))
    groups: dict[bytes, list[int]] = {}
    for at, one in enumerate(passes):
        groups.setdefault(one[1], []).append(at)
    if len(groups) * 4 < len(passes):
        for targets, which in groups.items():
            _read_same(call, table, passes, targets, which, columns)
    else:
        _read_different(call, table, passes, columns)
    for at, one in enumerate(passes):
        if one[3] is not None:
            columns.losses[at] = one[3]
    return assemble(call, columns.rows, columns.losses, columns.fresh, columns.weights)


def _read_same(call: "Call", table: RowTable, passes: list[Pass], targets: bytes, which: list[int], columns: Columns) -> None:
    """Passes over one and the same batch, at different weights."""
    y = np.frombuffer(targets)
    found = table.find(y.view(np.uint64))
    if (found < 0).any():
        return
    x = call.x[found]
    predictions = _table([passes[at] for at in which], len(y))
    columns.weights[which] = _weights(x[None, :], predictions, _slopes(passes, which))
    errors = predictions - y
    columns.losses[which] = np.einsum("ij,ij->i", errors, errors) / len(y)
    columns.fresh[which] = errors @ np.stack([x, np.ones(len(x))], axis=1) * (2 / len(y))
    for at in which:
        columns.rows[at] = found


def _read_different(call: "Call", table: RowTable, passes: list[Pass], columns: Columns) -> None:
    """Passes over ever different batches, those of one size together."""
    sizes = np.array([len(one[1]) // 8 for one in passes])
    for size in set(sizes.tolist()):
        of_size = np.flatnonzero(sizes == size).tolist()
        for start in range(0, len(of_size), AT_ONCE):
            which = of_size[start : start + AT_ONCE]
            some = [passes[at] for at in which]
            y = np.frombuffer(b"".join([one[1] for one in some])).reshape(-1, size)
            found = table.find(y.view(np.uint64))
            x, predictions = call.x[found], _table(some, size)
            columns.weights[which] = _weights(x, predictions, _slopes(passes, which))
            columns.losses[which], columns.fresh[which] = _losses_and_gradients(x, predictions - y)
            for at, batch, known in zip(which, found, (found >= 0).all(axis=1).tolist()):
                columns.rows[at] = batch if known else None


def _table(passes: list[Pass], size: int) -> np.ndarray:
    """(k, m) the predictions of k passes over m rows each."""
    return np.frombuffer(b"".join([one[0] for one in passes])).reshape(-1, size)


def _slopes(passes: list[Pass], which: list[int]) -> np.ndarray:
    return np.array([np.nan if passes[at][2] is None else passes[at][2] for at in which])


def _weights(x: np.ndarray, predictions: np.ndarray, slopes: np.ndarray) -> np.ndarray:
    """(k, 2) the w and b of k passes over m rows each, from predictions that lie on a line; nan where they do not.

    x: (k, m), or (1, m) where all saw the same rows. Whether they lie on a line is tried at three of the rows.
    """
    share = np.full(x.shape[1], 1 / x.shape[1])
    mean = x @ share
    apart = x - mean[:, None]
    with np.errstate(all="ignore"):
        along = predictions @ apart[0] if len(x) == 1 else np.einsum("ij,ij->i", apart, predictions)
        slope = along / np.einsum("ij,ij->i", apart, apart)
    slope = np.where(np.isnan(slopes), slope, slopes)
    height = predictions @ share - slope * mean
    some = [0, x.shape[1] // 2, -1]
    off = np.abs(predictions[:, some] - (slope[:, None] * x[:, some] + height[:, None])).max(axis=1)
    bad = ~(off <= ON_A_LINE * (1 + np.abs(predictions[:, some]).max(axis=1)))
    return np.where(bad[:, None], np.nan, np.stack([slope, height], axis=1))


def _losses_and_gradients(x: np.ndarray, error: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(k,) losses and (k, 2) gradients of the mean squared error of k batches of m rows; x, error: (k, m)."""
    m = x.shape[1]
    gradients = np.stack([np.einsum("ij,ij->i", error, x), error @ np.ones(m)], axis=1) * (2 / m)
    return np.einsum("ij,ij->i", error, error) / m, gradients


def loss_and_gradient(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """The loss and the (2,) gradient of one batch, (m,), at (w, b)."""
    loss, gradient = _losses_and_gradients(x[None, :], (weights[0] * x + weights[1] - y)[None, :])
    return float(loss[0]), gradient[0]


def assemble(call: "Call", rows: list, losses: np.ndarray, fresh: np.ndarray, weights: np.ndarray) -> Trace:
    """The trace of F passes at these weights (F, 2): an update lies where the weights then differ."""
    end = np.array([call.end if call.end is not None else weights[-1]])
    moved = _moved(call, weights, np.vstack([weights[1:], end]), fresh)
    if not moved.all():
        kept = _without_onlookers(call, rows, fresh, np.vstack([weights, end]), moved)
        rows, losses, fresh, weights = [rows[at] for at in kept], losses[kept], fresh[kept], weights[kept]
        moved = _moved(call, weights, np.vstack([weights[1:], end]), fresh)
    update = np.concatenate([[0], np.cumsum(moved)[:-1]]).astype(int)
    stations = np.vstack([weights[:1], np.vstack([weights, end])[np.flatnonzero(moved) + 1]])
    stations[0] = [given if np.isclose(given, seen, rtol=1e-9, atol=1e-12) else seen for given, seen in zip((call.w, call.b), stations[0])]
    updates = int(moved.sum())
    fresh[update == updates] = np.nan
    return Trace(
        parameters=(("w", ()), ("b", ())),
        pass_rows=tuple(rows),
        pass_losses=losses,
        pass_fresh=fresh,
        pass_update=update,
        stood=-np.diff(stations, axis=0) / call.lr,
        weights=stations,
        order=_order(update, updates),
        n=len(call.x),
    )


def _moved(call: "Call", before: np.ndarray, after: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """(F,) whether the weights changed after each pass, or would have, had the step not been too small to see."""
    seen = SEEN_MOVE * (1 + np.nanmax(np.abs(before), initial=0))
    stayed = (np.abs(before - after) <= seen).all(axis=1)
    too_small = (np.abs(fresh * call.lr) < seen).all(axis=1)
    return ~stayed | too_small


def _without_onlookers(call: "Call", rows: list, fresh: np.ndarray, stations: np.ndarray, moved: np.ndarray) -> np.ndarray:
    """The passes that training is made of: where an update follows from its last pass alone, the others only looked on,
    and so did those over all rows, where an update has others and follows from none of these alone.

    stations: (F + 1, 2) the weights at each pass, and at the end.
    """
    keep, first = [], 0
    for last in np.flatnonzero(moved).tolist():
        stood = (stations[last] - stations[last + 1]) / call.lr
        here = range(first, last + 1)
        all_rows = [at for at in here if _sees_all(call, rows[at])]
        if last == first or _follows(stood, fresh[last]):
            keep += [last]
        elif len(all_rows) < len(here) and not any(_follows(stood, fresh[at]) for at in all_rows):
            keep += [at for at in here if at not in all_rows]
        else:
            keep += here
        first = last + 1
    return np.array(keep or range(len(moved)), dtype=int)


def _follows(stood: np.ndarray, fresh: np.ndarray) -> bool:
    return bool(np.allclose(stood, fresh, rtol=1e-6, atol=1e-9))


def _sees_all(call: "Call", rows: np.ndarray | None) -> bool:
    return rows is not None and len(rows) == len(call.x)


def _order(update: np.ndarray, updates: int) -> tuple[tuple[str, ...], ...]:
    passes, usual = np.bincount(update, minlength=updates + 1).tolist(), (*PASS, "step")
    led = tuple([usual if count == 1 else PASS * count + ("step",) for count in passes[:updates]])
    return (*led, ("forward", "loss") * passes[updates])

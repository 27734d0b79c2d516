"""From the passes that were seen of a loop by hand to its trace."""

from typing import TYPE_CHECKING

import numpy as np

from autograder.trace.numpy_rows import RowTable
from autograder.trace.numpy_watch import Pass
from autograder.trace.trace import Trace

if TYPE_CHECKING:
    from autograder.trace.numpy_recorder import Call

PASS = ("forward", "loss", "backward")
SEEN_MOVE = 1e-12
ON_A_LINE = 1e-9


def read_passes(call: "Call", passes: list[Pass]) -> Trace | None:
    """The trace of a loop whose passes were seen; None where there were none.

    The rows are told by their targets, the weights by the line on which the predictions lie; the gradient
    that stood at a step is the way that the weights went, by the learning rate.
    """
    passes = [one for at, one in enumerate(passes) if not at or one[:2] != passes[at - 1][:2]]
    if not passes or call.x is None:
        return None
    table = RowTable(call.y)
    weights, losses, fresh = np.full((len(passes), 2), np.nan), np.full(len(passes), np.nan), np.full((len(passes), 2), np.nan)
    rows: list[np.ndarray | None] = [None] * len(passes)
    sizes = np.array([len(one.targets) // 8 for one in passes])
    for size in set(sizes.tolist()):
        which = np.flatnonzero(sizes == size)
        some = [passes[at] for at in which]
        found = table.find(np.frombuffer(b"".join([one.targets for one in some])).reshape(-1, size))
        x, y = call.x[found], call.y[found]
        predictions = np.frombuffer(b"".join([one.predictions for one in some])).reshape(-1, size)
        slopes = np.array([np.nan if one.slope is None else one.slope for one in some])
        weights[which] = _weights(x, predictions, slopes)
        losses[which], fresh[which] = _losses_and_gradients(x, predictions - y)
        for at, batch, known in zip(which.tolist(), found, (found >= 0).all(axis=1).tolist()):
            rows[at] = batch if known else None
    for at, one in enumerate(passes):
        if one.square is not None:
            losses[at] = one.square
    return assemble(call, rows, losses, fresh, weights)


def _weights(x: np.ndarray, predictions: np.ndarray, slopes: np.ndarray) -> np.ndarray:
    """(k, 2) the w and b of k passes over m rows each, from predictions that lie on a line; nan where they do not."""
    mean, middle = x.mean(axis=1), predictions.mean(axis=1)
    apart = x - mean[:, None]
    with np.errstate(all="ignore"):
        slope = np.einsum("ij,ij->i", apart, predictions) / np.einsum("ij,ij->i", apart, apart)
    slope = np.where(np.isnan(slopes), slope, slopes)
    height = middle - slope * mean
    off = np.abs(predictions - (slope[:, None] * x + height[:, None])).max(axis=1)
    bad = ~(off <= ON_A_LINE * (1 + np.abs(predictions).max(axis=1)))
    return np.where(bad[:, None], np.nan, np.stack([slope, height], axis=1))


def _losses_and_gradients(x: np.ndarray, error: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(k,) losses and (k, 2) gradients of the mean squared error of k batches of m rows; x, error: (k, m)."""
    m = x.shape[1]
    gradients = np.stack([np.einsum("ij,ij->i", error, x), error.sum(axis=1)], axis=1) * (2 / m)
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
    """The passes that training is made of: where an update follows from its last pass alone, the others only looked on.

    stations: (F + 1, 2) the weights at each pass, and at the end.
    """
    keep, first = [], 0
    for last in np.flatnonzero(moved).tolist():
        stood = (stations[last] - stations[last + 1]) / call.lr
        alone = last == first or np.allclose(stood, fresh[last], rtol=1e-6, atol=1e-9)
        smaller = rows[last] is not None and len(rows[last]) < len(call.x)
        keep += [last] if alone else [at for at in range(first, last + 1) if not (smaller and _sees_all(call, rows[at]))]
        first = last + 1
    return np.array(keep or range(len(moved)), dtype=int)


def _sees_all(call: "Call", rows: np.ndarray | None) -> bool:
    return rows is not None and len(rows) == len(call.x)


def _order(update: np.ndarray, updates: int) -> tuple[tuple[str, ...], ...]:
    passes = np.bincount(update, minlength=updates + 1).tolist()
    usual = (*PASS, "step")
    led = tuple(usual if count == 1 else PASS * count + ("step",) for count in passes[:updates])
    return (*led, ("forward", "loss") * passes[updates])

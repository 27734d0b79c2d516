"""Whether the losses of whole epochs are the means over their rows."""

import numpy as np

from autograder.judge import messages
from autograder.judge.loop import Loop
from autograder.judge.verdict import Finding

ROUNDING = 1e-4
"""How far a mean of losses may be off, relative to it; a mean in float32 is far nearer."""


def check_epoch_losses(loop: Loop, right: np.ndarray) -> Finding | None:
    """One loss per epoch, each row weighing the same; right: (U,) the mean loss of each update's rows before it."""
    got = loop.returned
    if got is None:
        return Finding("losses-miscounted", messages.wrong_return(loop.kind, "the losses, one number per epoch"))
    if len(got) != loop.epochs:
        return Finding("losses-miscounted", messages.epoch_losses_miscounted(len(got), loop.epochs))
    if loop.asked and loop.updates == loop.asked and np.isfinite(right).all():
        found = _first_off(loop, right.reshape(loop.epochs, -1), got)
        if found is not None:
            return found
    return Finding("graph-kept", messages.graph_kept()) if loop.graph_kept else None


def _first_off(loop: Loop, right: np.ndarray, got: np.ndarray) -> Finding | None:
    sizes = np.array([0 if rows is None else len(rows) for rows in loop.rows], dtype=float).reshape(right.shape)
    sizes[sizes.sum(axis=1) == 0] = 1
    wanted = np.array([np.average(losses, weights=rows) for losses, rows in zip(right, sizes)])
    off = np.flatnonzero(~np.isclose(got, wanted, rtol=ROUNDING, atol=1e-12))
    if not off.size:
        return None
    epoch = int(off[0])
    if np.allclose(got, right.mean(axis=1), rtol=ROUNDING):
        return Finding("mean-of-means", messages.epoch_mean_of_means(epoch, got[epoch], wanted[epoch]), epoch=epoch)
    message = messages.epoch_loss_off(epoch, float(got[epoch]), float(wanted[epoch]), _instead(got, right, sizes, wanted))
    return Finding("losses-miscounted", message, epoch=epoch)


def _instead(got: np.ndarray, right: np.ndarray, sizes: np.ndarray, wanted: np.ndarray) -> str:
    """What the numbers are, if not the epochs' means (wanted); a few words, or nothing. right, sizes: (epochs, batches)."""
    known = {
        "the loss of its last batch alone": right[:, -1],
        "the sum over its rows, divided by nothing": (right * sizes).sum(axis=1),
        "the sum of its batches' means, divided by nothing": right.sum(axis=1),
        "the sum of its batches' means, divided by its rows": right.sum(axis=1) / sizes.sum(axis=1),
        "a mean that holds the epochs before it as well": np.cumsum((right * sizes).sum(axis=1)) / np.cumsum(sizes.sum(axis=1)),
        "a sum that holds the epochs before it as well": np.cumsum(wanted),
    }
    return next((words for words, numbers in known.items() if np.allclose(got, numbers, rtol=ROUNDING)), "")

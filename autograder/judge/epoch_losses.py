"""Whether the losses of whole epochs are the means over their rows."""

import numpy as np

from autograder.judge import messages
from autograder.judge.loop import TOLERANCES, Loop
from autograder.judge.verdict import Finding


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
    relative = 100 * TOLERANCES[loop.case["dtype"]][1]
    off = np.flatnonzero(~np.isclose(got, wanted, rtol=relative, atol=1e-12))
    if not off.size:
        return None
    epoch = int(off[0])
    if np.allclose(got, right.mean(axis=1), rtol=relative):
        return Finding("mean-of-means", messages.epoch_mean_of_means(epoch, got[epoch], wanted[epoch]), epoch=epoch)
    last = bool(np.allclose(got, right[:, -1], rtol=relative))
    message = messages.epoch_loss_off(epoch, float(got[epoch]), float(wanted[epoch]), last)
    return Finding("losses-miscounted", message, epoch=epoch)

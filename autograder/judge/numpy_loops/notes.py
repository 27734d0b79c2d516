"""What a loop writes down about its updates: the losses it returns, or its ledger of gradients."""

from collections.abc import Callable

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.loop import Loop
from autograder.judge.numpy_loops.simulate import Run

LOSS_NOTES = (
    "after",
    "epoch-mean",
    "epoch-last",
    "epoch-sum",
    "epoch-min",
    "epoch-weighted",
    "epoch-whole",
    "last-epoch",
    "updates-only",
    "whole-before",
    "whole-after",
    "sum",
    "half",
    "by-batch-size",
    "root",
    "running",
    "cumulative",
    "first-extra",
    "last-extra",
)
LEDGER_NOTES = ("fresh", "times-lr", "minus-times-lr", "minus", "swapped", "epoch-sum", "epoch-mean", "epoch-last", "cumulative")


FIRST_NOTE: dict[str, Callable[[Data, Run], float]] = {
    "after": lambda data, run: run.after[0],
    "sum": lambda data, run: run.losses[0] * len(run.rows[0]),
    "half": lambda data, run: run.losses[0] / 2,
    "by-batch-size": lambda data, run: run.losses[0] * len(run.rows[0]) / data.batch_size,
    "root": lambda data, run: np.sqrt(run.losses[0]),
    "running": lambda data, run: run.losses[0],
    "cumulative": lambda data, run: run.losses[0],
    "first-extra": lambda data, run: _whole(data, data.w, data.b),
    "last-extra": lambda data, run: run.losses[0],
    "whole-before": lambda data, run: _whole(data, *run.before[0]),
}
"""The first loss that is written down, as far as the first batch tells it."""


def losses_of(loop: Loop, data: Data, run: Run) -> np.ndarray:
    """The losses that a loop with these notes returns, 1-D."""
    losses, epoch = np.array(run.losses), np.array(run.epoch, dtype=int)
    sizes = np.array([len(rows) for rows in run.rows], dtype=float)
    per_epoch = [losses[epoch == one] for one in range(len(run.ends))]
    kinds = {
        "before": lambda: losses,
        "after": lambda: np.array(run.after),
        "epoch-mean": lambda: [part.mean() for part in per_epoch],
        "epoch-last": lambda: [part[-1] for part in per_epoch],
        "epoch-sum": lambda: [part.sum() for part in per_epoch],
        "epoch-min": lambda: [part.min() for part in per_epoch],
        "epoch-weighted": lambda: [np.average(part, weights=sizes[epoch == one]) for one, part in enumerate(per_epoch)],
        "last-epoch": lambda: per_epoch[-1],
        "epoch-whole": lambda: [_whole(data, *weights) for weights in run.ends],
        "updates-only": lambda: losses[[one is not None for one in run.stood]],
        "whole-before": lambda: [_whole(data, *weights) for weights in run.before],
        "whole-after": lambda: [_whole(data, *weights) for weights in [*run.before[1:], (run.w, run.b)]],
        "sum": lambda: losses * sizes,
        "half": lambda: losses / 2,
        "by-batch-size": lambda: losses * sizes / data.batch_size,
        "root": lambda: np.sqrt(losses),
        "running": lambda: np.concatenate([np.cumsum(part) / np.arange(1, len(part) + 1) for part in per_epoch]),
        "cumulative": lambda: np.cumsum(losses),
        "first-extra": lambda: [_whole(data, data.w, data.b), *losses],
        "last-extra": lambda: [*losses, _whole(data, run.w, run.b)],
    }
    return np.asarray(kinds[loop.notes]() if losses.size else losses, dtype=float)


def ledger_of(loop: Loop, data: Data, run: Run) -> np.ndarray:
    """The ledger that a loop with these notes returns, (entries, 2)."""
    epoch = np.array(run.epoch, dtype=int)
    fresh = np.array(run.fresh, dtype=float).reshape(-1, 2)
    made = [one is not None for one in run.stood]
    stood = np.array([one for one in run.stood if one is not None], dtype=float).reshape(-1, 2)
    stood_epoch = epoch[made] if len(epoch) else epoch
    per_epoch = [stood[stood_epoch == one] for one in range(len(run.ends))]
    kinds = {
        "before": lambda: stood,
        "fresh": lambda: fresh,
        "times-lr": lambda: stood * data.lr,
        "minus-times-lr": lambda: -stood * data.lr,
        "minus": lambda: -stood,
        "swapped": lambda: stood[:, ::-1],
        "epoch-sum": lambda: [part.sum(axis=0) for part in per_epoch],
        "epoch-mean": lambda: [part.mean(axis=0) for part in per_epoch],
        "epoch-last": lambda: [part[-1] for part in per_epoch if len(part)],
        "cumulative": lambda: np.cumsum(stood, axis=0),
    }
    return np.asarray(kinds[loop.notes]() if len(fresh) else fresh, dtype=float).reshape(-1, 2)


def _whole(data: Data, w: float, b: float) -> float:
    error = w * data.x + b - data.y
    return float(error @ error) / data.n

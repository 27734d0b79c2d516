"""Gradient accumulation by sums: micro-batches, groups, and what becomes of the last, smaller group."""

from dataclasses import dataclass

import numpy as np

from autograder.labs.affine import run_maps
from autograder.labs.line import Line, gradient_maps

LEFTOVERS = {
    "kept": "kept: an update of its own",
    "dropped": "dropped: zeroed unused",
    "leaked": "leaked into the next epoch",
}
REDUCTIONS = {
    "mean": "mean over the group's rows",
    "mean-of-means": "micro-batch means, averaged",
    "sum": "micro-batch means, summed",
}


@dataclass(frozen=True, eq=False)
class GroupPlan:
    """The groups of one epoch.

    rows: (G, 2) first and one past the last row of every group. full: whether each has all its
    micro-batches (a short one is a leftover). maps: (G, 2, 3) the gradient that accumulates in each.
    """

    rows: np.ndarray
    full: np.ndarray
    maps: np.ndarray


def plan_groups(line: Line, micro: int, steps: int, reduction: str) -> GroupPlan:
    """The groups of `steps` micro-batches of `micro` rows, and the gradient that each accumulates."""
    if reduction not in REDUCTIONS:
        raise KeyError(f"no reduction {reduction!r}: choose one of {', '.join(REDUCTIONS)}")
    starts = np.arange(0, len(line), micro)
    ends = np.minimum(starts + micro, len(line))
    means = line.batch_means(micro)
    firsts = np.arange(0, len(starts), steps)
    counts = np.diff(np.append(firsts, len(starts)))
    group_sizes = np.add.reduceat(ends - starts, firsts)
    weight = _weights(ends - starts, np.repeat(group_sizes, counts), np.repeat(counts, counts), reduction)
    maps = np.add.reduceat(gradient_maps(means) * weight[:, None, None], firsts, axis=0)
    lasts = np.append(firsts[1:], len(starts)) - 1
    return GroupPlan(np.column_stack([starts[firsts], ends[lasts]]), counts == steps, maps)


def run_groups(plan: GroupPlan, start: tuple[float, float], lr: float, epochs: int, leftover: str) -> np.ndarray:
    """(updates + 1, 2) the weights. The short group is `kept`, `dropped`, or `leaked`: its gradient stays
    in `.grad` and is part of the next epoch's first update."""
    if leftover not in LEFTOVERS:
        raise KeyError(f"no way {leftover!r} to treat the leftover: choose one of {', '.join(LEFTOVERS)}")
    stepping = plan.full | (leftover == "kept")
    maps = np.stack([_map(gradient, lr, steps, leftover) for gradient, steps in zip(plan.maps, stepping)])
    states = run_maps(maps, np.array([*start, 0.0, 0.0, 1.0]), epochs)
    moved = np.concatenate([[True], np.tile(stepping, epochs)])
    return states[moved][:, :2]


def _map(gradient: np.ndarray, lr: float, steps: bool, leftover: str) -> np.ndarray:
    """(5, 5) one group: what is in `.grad` is added to; a step uses it and empties it."""
    adds = np.zeros((2, 5))
    adds[:, [0, 1, 4]] = gradient
    adds[:, 2:4] = np.eye(2)
    out = np.eye(5)
    out[2:4] = 0.0
    if steps:
        out[:2] -= lr * adds
    elif leftover == "leaked":
        out[2:4] = adds
    return out


def _weights(sizes: np.ndarray, group_sizes: np.ndarray, counts: np.ndarray, reduction: str) -> np.ndarray:
    """(micro-batches,) by what each micro-batch's mean gradient is multiplied before it is added."""
    if reduction == "mean":
        return sizes / group_sizes
    return 1.0 / counts if reduction == "mean-of-means" else np.ones(len(sizes))

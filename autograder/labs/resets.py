"""The loop with zero_grad in seven places: where the gradient's memory goes.

State of a run: (w, b, g_w, g_b, 1), with g what stands in `.grad` between two updates.
"""

import math
from dataclasses import dataclass

import numpy as np

from autograder.labs.affine import run_maps
from autograder.labs.line import gradient_maps

PLACES = {
    "before-forward": "before forward",
    "before-backward": "between loss and backward",
    "after-step": "after step",
    "before-step": "between backward and step",
    "once-per-epoch": "once per epoch",
    "every-k": "every k batches",
    "never": "never",
}
RIGHT_PLACES = ("before-forward", "before-backward", "after-step")


@dataclass(frozen=True, eq=False)
class ResetRun:
    """weights: (U + 1, 2); fresh, stood: (U, 2) the batch's own gradient and `.grad` at the step."""

    weights: np.ndarray
    fresh: np.ndarray
    stood: np.ndarray


def resets_before(place: str, k: int, steps: int, updates: int) -> np.ndarray:
    """(updates,) whether `.grad` is emptied between the update before and this one's backward."""
    if place not in PLACES:
        raise KeyError(f"no place {place!r} for zero_grad: choose one of {', '.join(PLACES)}")
    count = np.arange(updates)
    if place in RIGHT_PLACES or place == "before-step":
        return np.ones(updates, dtype=bool)
    if place == "never":
        return np.zeros(updates, dtype=bool)
    return count % (steps if place == "once-per-epoch" else k) == 0


def run_resets(
    means: np.ndarray, start: tuple[float, float], lr: float, epochs: int, place: str, k: int = 1
) -> ResetRun:
    """Train with zero_grad at `place`. means: (m, 5) of the epoch's batches, the same in every epoch."""
    steps = len(means)
    period, repeats, rest = _period(place, k, steps, epochs)
    maps = _maps(means, lr, place, k, period)
    states = run_maps(maps, np.array([*start, 0.0, 0.0, 1.0]), repeats)
    if rest:
        states = np.concatenate([states, run_maps(maps[:rest], states[-1], 1)[1:]])
    return _unfold(means, states, place)


def final_states(
    means: np.ndarray, start: tuple[float, float], rates: np.ndarray, epochs: int, place: str, k: int = 1
) -> np.ndarray:
    """(R, 2) the weights at the end of a run at each of R learning rates, by powers of the period's map."""
    period, repeats, rest = _period(place, k, len(means), epochs)
    now = np.broadcast_to(np.eye(5), (len(rates), 5, 5))
    head = now
    with np.errstate(all="ignore"):
        for step in range(period):
            if step == rest:
                head = now
            now = _maps_of_rates(means[step % len(means)], rates, _resets(place, k, len(means), step), place) @ now
        whole = np.linalg.matrix_power(now, repeats)
        ends = (head @ whole if rest else whole) @ np.array([*start, 0.0, 0.0, 1.0])
    return ends[:, :2]


def _period(place: str, k: int, steps: int, epochs: int) -> tuple[int, int, int]:
    """After how many updates the pattern repeats, how often it fits, and how many updates are left over."""
    updates = steps * epochs
    period = steps if place != "every-k" else math.lcm(steps, k)
    period = max(1, min(period, updates))
    return period, updates // period, updates % period


def _maps(means: np.ndarray, lr: float, place: str, k: int, period: int) -> np.ndarray:
    rates = np.array([lr])
    steps = len(means)
    kinds = {}
    maps = np.empty((period, 5, 5))
    for step in range(period):
        key = (step % steps, _resets(place, k, steps, step))
        if key not in kinds:
            kinds[key] = _maps_of_rates(means[key[0]], rates, key[1], place)[0]
        maps[step] = kinds[key]
    return maps


def _resets(place: str, k: int, steps: int, step: int) -> bool:
    return bool(resets_before(place, k, steps, step + 1)[step])


def _maps_of_rates(means: np.ndarray, rates: np.ndarray, reset: bool, place: str) -> np.ndarray:
    """(R, 5, 5) one update at each rate: `.grad` emptied or kept, the batch's gradient added, a step made."""
    to_gradient = np.zeros((2, 5))
    to_gradient[:, [0, 1, 4]] = gradient_maps(means)
    if not reset:
        to_gradient[:, 2:4] += np.eye(2)
    maps = np.zeros((len(rates), 5, 5))
    maps[:] = np.eye(5)
    maps[:, 2:4] = to_gradient
    if place == "before-step":
        maps[:, 2:4] = 0.0
    else:
        maps[:, :2] -= rates[:, None, None] * to_gradient
    return maps


def _unfold(means: np.ndarray, states: np.ndarray, place: str) -> ResetRun:
    steps = len(means)
    before = states[:-1]
    maps = gradient_maps(means)
    index = np.arange(len(before)) % steps
    with np.errstate(all="ignore"):
        fresh = np.einsum("kij,kj->ki", maps[index], before[:, [0, 1, 4]])
    stood = np.zeros_like(fresh) if place == "before-step" else states[1:, 2:4]
    return ResetRun(states[:, :2], fresh, stood)

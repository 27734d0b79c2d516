"""Run a loop whose every update is an affine map: thousands of updates in milliseconds.

A linear model's mean squared error is a quadratic, so one update maps the state (w, b, 1) linearly. The ten
batches of an epoch are ten matrices, their product is the epoch; the starts of all epochs come from that
product, and the updates within all epochs at once from the single matrices.
"""

import numpy as np


def run_maps(maps: np.ndarray, start: np.ndarray, epochs: int) -> np.ndarray:
    """All states of a run: (epochs * m + 1, D), first the start.

    maps: (m, D, D), the same in every epoch, or (epochs, m, D, D). start: (D,), its last entry 1.
    States beyond the range of floats become inf or nan, without a warning.
    """
    steps = maps.shape[-3]
    states = np.empty((epochs * steps + 1, len(start)))
    states[0] = start
    if not epochs or not steps:
        return states[:1]
    with np.errstate(all="ignore"):
        now = _epoch_starts(_product(maps), start, epochs)
        for step in range(steps):
            now = _advance(maps[..., step, :, :], now)
            states[1 + step :: steps] = now
    return states


def _product(maps: np.ndarray) -> np.ndarray:
    """The map of a whole epoch: (D, D), or (epochs, D, D)."""
    whole = maps[..., 0, :, :]
    for step in range(1, maps.shape[-3]):
        whole = maps[..., step, :, :] @ whole
    return whole


def _epoch_starts(whole: np.ndarray, start: np.ndarray, epochs: int) -> np.ndarray:
    """The states at the start of every epoch: (epochs, D)."""
    starts = np.empty((epochs, len(start)))
    starts[0] = start
    for epoch in range(1, epochs):
        starts[epoch] = (whole if whole.ndim == 2 else whole[epoch - 1]) @ starts[epoch - 1]
    return starts


def _advance(maps: np.ndarray, states: np.ndarray) -> np.ndarray:
    if maps.ndim == 2:
        return states @ maps.T
    return np.einsum("eij,ej->ei", maps, states)

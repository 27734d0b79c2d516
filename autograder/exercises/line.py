"""Random data near a line, and a draw of cases over it."""

from typing import Any

import numpy as np

from autograder.exercises.case import Case


def line(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """x and y of a case, both (n,) float64, all values different; the same case gives the same bits.

    Drawn from the case's own seed, or from its setting "data" where several cases share their data.
    """
    rng = np.random.default_rng([case.settings.get("data", case.seed), case["n"]])
    x = rng.normal(rng.uniform(-0.4, 0.4), 1.0, size=case["n"])
    slope, intercept = rng.uniform(1.0, 3.0) * rng.choice([-1, 1]), rng.uniform(0.5, 2.0)
    return x, slope * x + intercept + rng.normal(0, 0.5, size=case["n"])


def generator(exercise: str, seed: int) -> np.random.Generator:
    """The random numbers from which an exercise's cases are drawn."""
    return np.random.default_rng([seed, *exercise.encode()])


def number_cases(exercise: str, rng: np.random.Generator, settings: list[dict[str, Any]]) -> list[Case]:
    """Cases in the order of their settings, each with a data seed of its own."""
    seeds = rng.integers(0, 2**31, size=len(settings))
    return [Case(exercise, index, int(seed), one) for index, (seed, one) in enumerate(zip(seeds, settings))]


def start(rng: np.random.Generator) -> dict[str, float]:
    """Starting weights, away from zero and from the data's own line."""
    return {"w": float(np.round(rng.uniform(-1, 1), 3)), "b": float(np.round(rng.uniform(-1, 1), 3))}


def loop_settings(rng: np.random.Generator, shapes: list[tuple[int, int, int]], rates: tuple[float, float]) -> list[dict]:
    """Settings of training runs: (n, batch_size, epochs) each with its own rate and start."""
    return [
        {"n": int(n), "batch_size": int(size), "epochs": int(epochs), "lr": float(np.round(rng.uniform(*rates), 4)), **start(rng)}
        for n, size, epochs in shapes
    ]


def long_settings(rng: np.random.Generator) -> list[dict]:
    """One row, and one batch of several, until nothing gets better: an early stop shows here. Rates at which both settle."""
    return loop_settings(rng, [(1, 1, 60), (5, 9, 60)], (0.05, 0.1))


def small_shapes(rng: np.random.Generator, size: int, small: int) -> list[tuple[int, int, int]]:
    """(n, batch_size, epochs) of short runs: a smaller last batch, none, one row, one batch for all, batches of one row."""
    return [
        (2 * small + 1 + int(rng.integers(0, 2)), small, 3),
        (3 * size, size, 3),
        (1, 1, 3),
        (5, 9, 2),
        (6, 1, 2),
        (4 * size - 1, size, 3),
    ]

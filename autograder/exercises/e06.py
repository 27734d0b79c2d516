"""Notebook 06: accumulation on purpose, and the update once per epoch."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.registry import Exercise

MOMENTUM = ["SGD", {"lr": 0.1, "momentum": 0.9}]
ADAM = ["Adam", {"lr": 0.02}]


def draw_accumulated(seed: int) -> list[Case]:
    """Groups that come out even, too short in batches, too short in rows, of one batch, larger than an epoch; many rows."""
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([61, seed])
    size = random.integers(3, 5)
    batch = int(size)
    steps = int(random.integers(2, 4))
    drawn = [
        settings(batch * steps * 2, batch, 3, accumulation_steps=steps),
        settings(batch * 5, batch, 3, accumulation_steps=3, features=2),
        settings(batch * 5 - 1, batch, 3, accumulation_steps=3),
        settings(batch * 4 - 2, batch, 2, accumulation_steps=2, outputs=2),
        settings(batch * 6 + 1, batch, 2, accumulation_steps=4, hidden=3, loss="smooth_l1", optimizer=MOMENTUM),
        settings(batch * 5 + 2, batch, 2, accumulation_steps=2, features=3, outputs=3, loss="cross_entropy", optimizer=ADAM),
        settings(batch * 3 + 1, batch, 2, accumulation_steps=1),
        settings(batch * 2 + 1, batch, 2, accumulation_steps=7),
        settings(1, 2, 2, accumulation_steps=3),
        settings(batch * 2, batch, 0, accumulation_steps=2),
        settings(1113 + batch, 89, 2, accumulation_steps=5),
    ]
    return _cases("06.train_accumulated", drawn, random)


def draw_once(seed: int) -> list[Case]:
    """Batches that divide the rows and do not, one batch per epoch, one row, no epoch, many rows."""
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([62, seed])
    batch = int(random.integers(3, 6))
    drawn = [
        settings(batch * int(random.integers(3, 6)), batch, 3),
        settings(batch * 3 + 1, batch, 3, features=2),
        settings(batch * 4 + 2, batch, 2, hidden=3, loss="smooth_l1", optimizer=MOMENTUM),
        settings(batch * 3 + 2, batch, 3, features=3, outputs=3, loss="cross_entropy", optimizer=ADAM),
        settings(batch, batch + 2, 2),
        settings(1, 2, 2),
        settings(batch * 2, batch, 0),
        settings(1113 + batch, 89, 2),
    ]
    return _cases("06.train_once_per_epoch", drawn, random)


def _cases(exercise: str, drawn: list[dict], random: np.random.Generator) -> list[Case]:
    seeds = random.integers(0, 2**31, size=len(drawn)).tolist()
    return [Case(exercise, index, seeds[index], one) for index, one in enumerate(drawn)]


def observe(objects: tuple, case: Case) -> dict:
    from autograder.exercises.torch_run import run_loop
    from autograder.exercises.torch_setup import build

    setup = build(case)
    keywords = {name: case[name] for name in ("epochs", "batch_size", "accumulation_steps") if name in case.settings}
    return run_loop(objects[0], setup, (setup.model, setup.optimizer, setup.loss_fn, setup.x, setup.y), keywords)[1]


PROPERTIES = {
    "updates_per_epoch": "One update per group of batches, as many per epoch as there are groups, the last one smaller.",
    "every_row_once": "Every epoch sees every row once, one forward pass per batch of batch_size rows.",
    "fresh_gradients": "Every update holds the gradients of its own group's batches, all of them and nothing older.",
    "weights": "After every update the weights are those that the optimizer makes of the mean loss over the group's rows.",
    "count": "Returned: the number of updates.",
}

ACCUMULATED = Exercise("06.train_accumulated", ("train_accumulated",), PROPERTIES, draw_accumulated, observe)
ONCE = Exercise(
    "06.train_once_per_epoch",
    ("train_once_per_epoch",),
    {**PROPERTIES, "updates_per_epoch": "One update per epoch, after its last batch."},
    draw_once,
    observe,
)

EXERCISES = (ACCUMULATED, ONCE)

"""Notebook 05: the loop with an optimizer, and the bug hunt."""

import numpy as np

from autograder.exercises import bugs
from autograder.exercises.case import Case
from autograder.exercises.registry import Exercise


def draw_train(seed: int) -> list[Case]:
    """Lines and small networks; batch sizes that divide and do not, one row, more than all rows, no epoch, many rows.

    Two run until nothing gets better and until the loss is all but zero, where early stops show, and schedules: one that
    changes the rate every thirty epochs is in many a script.
    """
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([5, seed])
    size = lambda low, high: int(random.integers(low, high))  # noqa: E731 - a name for the draw, used once a line
    batch = size(3, 6)
    drawn = [
        settings(batch * size(4, 6), batch, 3),
        settings(5 * size(4, 6) + size(1, 5), 5, 3, features=3),
        settings(6 * size(3, 5) + size(2, 6), 6, 2, hidden=4, loss="smooth_l1", optimizer=["SGD", {"lr": 0.1, "momentum": 0.9}]),
        settings(4 * size(3, 5), 4, 3, features=2, outputs=2, optimizer=["Adam", {"lr": 0.02}]),
        settings(4 * size(4, 6) + 3, 4, 2, features=4, outputs=3, loss="cross_entropy", optimizer=["SGD", {"lr": 0.2, "weight_decay": 0.1}]),
        settings(3 * size(4, 7) + 1, 3, 2, dtype="float32", loss="mse_function", optimizer=["SGD", {"lr": 0.05, "momentum": 0.5}]),
        settings(8, 4, 31, optimizer=["SGD", {"lr": 0.3}]),
        settings(6, 6, 40, noise=0.0, optimizer=["SGD", {"lr": 0.25}]),
        settings(1, size(1, 3), 2),
        settings(size(5, 9), size(10, 20), 2),
        settings(size(6, 9), 3, 0),
        settings(size(1100, 1150), size(86, 92), 2),
    ]
    seeds = random.integers(0, 2**31, size=len(drawn)).tolist()
    return [Case("05.train", index, seeds[index], one) for index, one in enumerate(drawn)]


def observe_train(objects: tuple, case: Case) -> dict:
    from autograder.exercises.torch_run import run_loop
    from autograder.exercises.torch_setup import build

    setup = build(case)
    arguments = (setup.model, setup.optimizer, setup.loss_fn, setup.x, setup.y)
    return run_loop(objects[0], setup, arguments, {"epochs": case["epochs"], "batch_size": case["batch_size"]})[1]


TRAIN = Exercise(
    id="05.train",
    names=("train",),
    properties={
        "updates_per_epoch": "One update per batch: as many per epoch as there are batches, for as many epochs as asked.",
        "every_row_once": "Every epoch sees every row once, x beside its own y.",
        "fresh_gradients": "Every update uses its own batch's gradient and nothing older.",
        "weights": "After every update the weights are those that the optimizer makes of the batch's mean loss.",
        "losses": "Returned: one loss per update, as it was before it, holding no graph.",
    },
    draw=draw_train,
    observe=observe_train,
)

EXERCISES = (TRAIN, bugs.EXERCISE)

"""Notebook 03, what carries over: shuffled epochs, and the ledger of every gradient."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.e02 import RATES, loop_keywords, plain_loop_result, said
from autograder.exercises.evidence import seen_run
from autograder.exercises.line import generator, line, long_settings, loop_settings, number_cases, small_shapes
from autograder.exercises.plain import changed_inputs
from autograder.exercises.registry import Exercise


def draw_shuffled(seed: int) -> list[Case]:
    """Small cases, so that the losses tell which rows each batch held; the last three share data and start.

    Of these three, the first and the last have the same "rng", the second another one.
    """
    rng = generator("03.train_shuffled", seed)
    many = int(rng.integers(110, 125))
    shapes = [(int(rng.choice([7, 8])), 3, 3), (int(rng.integers(11, 14)), 1, 3), (1, 1, 3), (5, 9, 2), (many, many - 1, 2), (30, 2, 2), (6, 2, 0)]
    settings = loop_settings(rng, shapes, RATES) + long_settings(rng)
    shared = loop_settings(rng, [(11, 4, 3)], RATES)[0]
    for one in [*settings, shared]:
        one |= {"rng": int(rng.integers(0, 2**31)), "data": int(rng.integers(0, 2**31))}
    settings += [shared, {**shared, "rng": shared["rng"] + 1}, shared]
    return number_cases("03.train_shuffled", rng, settings)


def draw_ledger(seed: int) -> list[Case]:
    rng = generator("03.train_with_ledger", seed)
    size, small = int(rng.integers(4, 8)), int(rng.integers(3, 5))
    shapes = [
        *small_shapes(rng, size, small),
        (int(rng.integers(210, 260)), int(rng.integers(30, 50)), 2),
        (2 * size, size, 0),
        (int(rng.integers(1100, 1150)), int(rng.integers(86, 92)), 2),
    ]
    return number_cases("03.train_with_ledger", rng, loop_settings(rng, shapes, RATES) + long_settings(rng))


def observe_shuffled(objects: tuple, case: Case) -> dict:
    """As 02.train; the second run has an equal generator."""
    (train,), (x, y) = objects, line(case)
    before, rng = {"x": x.copy(), "y": y.copy()}, np.random.default_rng(case["rng"])
    returned = train(x, y, case["w"], case["b"], **loop_keywords(case), rng=rng)
    observed = {**said(train, returned), **plain_loop_result(returned, "losses"), "changed": changed_inputs(before, {"x": x, "y": y})}
    if case.index < 2:
        again = np.random.default_rng(case["rng"])
        observed |= seen_run(train, *line(case), case["w"], case["b"], **loop_keywords(case), rng=again)
    return observed


def observe_ledger(objects: tuple, case: Case) -> dict:
    """{"w", "b", "ledger", "got", "changed"}: what came back, as plain numbers; "seen": a second run, recorded."""
    (train,), (x, y) = objects, line(case)
    before = {"x": x.copy(), "y": y.copy()}
    returned = train(x, y, case["w"], case["b"], **loop_keywords(case))
    observed = {**said(train, returned), **plain_loop_result(returned, "ledger"), "changed": changed_inputs(before, {"x": x, "y": y})}
    if case.index < 2:
        observed["seen"] = seen_run(train, *line(case), case["w"], case["b"], **loop_keywords(case))["seen"]
    return observed


EXERCISES = (
    Exercise(
        "03.train_shuffled",
        ("train_shuffled",),
        {
            "updates_per_epoch": "Every epoch makes one update per batch, the smaller last one included.",
            "every_row_once": "Every epoch uses every row once, each x with its y.",
            "new_order": "Every epoch has a new order, drawn from the rng that was given.",
            "fresh_gradients": "Every update comes from the mean gradient of its own batch alone.",
            "losses": "There is one loss per update: its batch's, before it.",
            "result": "The final w and b follow from these updates, and the inputs are unchanged.",
        },
        draw_shuffled,
        observe_shuffled,
    ),
    Exercise(
        "03.train_with_ledger",
        ("train_with_ledger",),
        {
            "updates_per_epoch": "Every epoch makes one update per batch, the smaller last one included.",
            "every_row_once": "Every epoch uses every row once, in order, each x with its y.",
            "fresh_gradients": "Every update comes from the mean gradient of its own batch alone.",
            "ledger": "The ledger has one line (dw, db) per update, in order.",
            "result": "The final w and b are those of a right loop, and the inputs are unchanged.",
        },
        draw_ledger,
        observe_ledger,
    ),
)

"""Notebook 02, batches and epochs: counting them, making them, training over them."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.evidence import seen_run
from autograder.exercises.line import generator, line, long_settings, loop_settings, number_cases
from autograder.exercises.plain import changed_inputs, describe, did_nothing, plain_array, plain_losses, plain_number, result_items
from autograder.exercises.registry import Exercise

RATES = (0.05, 0.2)
EVIDENCE_ROWS = 64


def draw_counts(exercise: str):
    """Rows, batch sizes and epochs, of which some divide, some do not, and some batches hold all rows."""

    def draw(seed: int) -> list[Case]:
        rng = generator(exercise, seed)
        size, many = int(rng.integers(3, 40)), int(rng.integers(3, 30))
        pairs = [(size * many, size), (size * many + 1, size), (size * many - 1, size), (1000, 100), (1007, 64)]
        pairs += [(1, 1), (1, size), (size, size), (size, size + 1), (size + 1, 1), (2 * size + (size + 1) // 2, size)]
        epochs = rng.integers(2, 60, size=len(pairs))
        return number_cases(exercise, rng, [{"n": n, "batch_size": b, "epochs": int(e)} for (n, b), e in zip(pairs, epochs)])

    return draw


def draw_batches(seed: int) -> list[Case]:
    rng = generator("02.batches", seed)
    size = int(rng.integers(3, 8))
    shapes = [(3 * size + 2, size), (4 * size, size), (1, 1), (2, size), (size, size), (5, 1), (5 * size + 1, size), (1113 + size, 89)]
    return number_cases("02.batches", rng, [{"n": n, "batch_size": b} for n, b in shapes])


def draw_train(seed: int) -> list[Case]:
    rng = generator("02.train", seed)
    size, small = int(rng.integers(4, 8)), int(rng.integers(3, 5))
    shapes = [
        (2 * small + 1 + int(rng.integers(0, 2)), small, 3),
        (4 * size, size, 3),
        (1, 1, 4),
        (5, 9, 3),
        (7 * size + 3, size, 2),
        (6, 1, 2),
        (5 * size - 1, size, 4),
        (int(rng.integers(210, 260)), int(rng.integers(30, 50)), 2),
        (3 * small, small, 1),
        (2 * size, size, 0),
        (int(rng.integers(1100, 1150)), int(rng.integers(86, 92)), 2),
    ]
    return number_cases("02.train", rng, loop_settings(rng, shapes, RATES) + long_settings(rng))


def observe_updates_per_epoch(objects: tuple, case: Case) -> dict:
    returned = objects[0](case["n"], case["batch_size"])
    return {"number": plain_number(returned), **said(objects[0], returned)}


def observe_total_updates(objects: tuple, case: Case) -> dict:
    returned = objects[0](case["n"], case["batch_size"], case["epochs"])
    return {"number": plain_number(returned), **said(objects[0], returned)}


def observe_batches(objects: tuple, case: Case) -> dict:
    x, y = line(case)
    before = {"x": x.copy(), "y": y.copy()}
    returned = objects[0](x, y, case["batch_size"])
    observed = {**said(objects[0], returned), "batches": _plain_batches(returned, case["n"])}
    return {**observed, "changed": changed_inputs(before, {"x": x, "y": y})}


def _plain_batches(returned: Any, n: int) -> list | None:
    """[[x_batch, y_batch], …] up to some more than there can be; None where it is no such thing."""
    if isinstance(returned, str | dict) or not (isinstance(returned, Iterable) or hasattr(type(returned), "__getitem__")):
        return None
    if isinstance(returned, tuple) and len(returned) == 2 and all(isinstance(side, np.ndarray) and side.ndim == 1 for side in returned):
        returned = [returned]  # one batch alone, where a sequence of batches is asked
    pairs = [result_items(one, 2) for one in islice(iter(returned), 3 * n + 5)]
    if None in pairs:
        return None
    arrays = [[plain_array(side) for side in pair] for pair in pairs]
    return None if any(side is None for pair in arrays for side in pair) else arrays


def observe_train(objects: tuple, case: Case) -> dict:
    """{"w", "b", "losses", "got", "changed"}: numbers as returned; "rows" and "seen": a second run, recorded."""
    (train,), (x, y) = objects, line(case)
    before = {"x": x.copy(), "y": y.copy()}
    returned = train(x, y, case["w"], case["b"], **loop_keywords(case))
    observed = {**said(train, returned), **plain_loop_result(returned, "losses"), "changed": changed_inputs(before, {"x": x, "y": y})}
    if case["n"] <= EVIDENCE_ROWS and case.index < 2:
        observed |= seen_run(train, *line(case), case["w"], case["b"], **loop_keywords(case))
    return observed


def said(function: Any, returned: Any) -> dict:
    """What came back, in words, and whether the function is as empty as a stub."""
    return {"got": describe(returned), "empty": did_nothing(function, returned)}


def loop_keywords(case: Case) -> dict:
    """The keyword arguments that every loop by hand takes."""
    return {name: case[name] for name in ("epochs", "batch_size", "lr")}


def plain_loop_result(returned: Any, third: str) -> dict:
    """(w, b, losses) or (w, b, ledger) as plain data; None for each part that is nothing of the kind."""
    items = result_items(returned, 3) or [*(result_items(returned, 2) or []), None][-3:]
    if len(items) != 3:
        return {"got": describe(returned), "w": None, "b": None, third: None}
    read = plain_losses if third == "losses" else plain_array
    parts = {"w": plain_number(items[0]), "b": plain_number(items[1]), third: read(items[2])}
    return {"got": ", ".join(describe(item) for item in items), **parts}


def _count_properties(what: str) -> dict[str, str]:
    return {
        "even": f"{what} is right where the batch size divides the rows.",
        "smaller_last": f"{what} is right where the last batch is smaller.",
        "single_batch": f"{what} is right where one batch holds all rows.",
    }


EXERCISES = (
    Exercise(
        "02.updates_per_epoch",
        ("updates_per_epoch",),
        _count_properties("The number of batches"),
        draw_counts("02.updates_per_epoch"),
        observe_updates_per_epoch,
    ),
    Exercise(
        "02.total_updates",
        ("total_updates",),
        _count_properties("The number of updates"),
        draw_counts("02.total_updates"),
        observe_total_updates,
    ),
    Exercise(
        "02.batches",
        ("batches",),
        {
            "sizes": "Every batch has batch_size rows but the last, which has what is left.",
            "every_row_once": "Every row comes once, in order.",
            "pairs_kept": "Each x comes with its own y.",
            "inputs_unchanged": "The caller's arrays are left as they were.",
        },
        draw_batches,
        observe_batches,
    ),
    Exercise(
        "02.train",
        ("train",),
        {
            "updates_per_epoch": "Every epoch makes one update per batch, the smaller last one included.",
            "every_row_once": "Every epoch uses every row once, in order, each x with its y.",
            "fresh_gradients": "Every update comes from the mean gradient of its own batch alone.",
            "losses": "There is one loss per update: its batch's, before it.",
            "result": "The final w and b are those of a right loop, and the inputs are unchanged.",
        },
        draw_train,
        observe_train,
    ),
)

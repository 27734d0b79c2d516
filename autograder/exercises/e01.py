"""Notebook 01, one update by hand: forward, loss, gradients, update."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.line import generator, line, number_cases, start
from autograder.exercises.plain import changed_inputs, describe, did_nothing, plain_array, plain_pair, result_items
from autograder.exercises.registry import Exercise


def draw_rows(exercise: str):
    """A draw of cases over 1 to 40 rows, each with a start of its own."""

    def draw(seed: int) -> list[Case]:
        rng = generator(exercise, seed)
        sizes = [int(rng.integers(5, 12)), 1, 2, int(rng.integers(13, 40)), int(rng.integers(3, 9))]
        return number_cases(exercise, rng, [{"n": n, **start(rng)} for n in sizes])

    return draw


def draw_update(seed: int) -> list[Case]:
    rng = generator("01.update", seed)
    settings = [
        {**start(rng), "dw": float(rng.normal(0, 3)), "db": float(rng.normal(0, 3)), "lr": float(np.round(rng.uniform(0.01, 0.4), 4))}
        for _ in range(6)
    ]
    settings[1]["dw"], settings[2]["db"] = 0.0, 0.0
    return number_cases("01.update", rng, settings)


def predictions(case: Case) -> np.ndarray:
    """(n,) what a line other than the data's own predicts; only what `mse` and `gradients` are given."""
    x, _ = line(case)
    return x * case["w"] + case["b"]


def observe_forward(objects: tuple, case: Case) -> dict:
    (forward,), (x, _) = objects, line(case)
    return _run(forward, {"x": x}, (case["w"], case["b"]))


def observe_mse(objects: tuple, case: Case) -> dict:
    (mse,), (_, y) = objects, line(case)
    return _run(mse, {"y_hat": predictions(case), "y": y})


def observe_gradients(objects: tuple, case: Case) -> dict:
    (gradients,), (x, y) = objects, line(case)
    return _run(gradients, {"x": x, "y": y, "y_hat": predictions(case)}, pair=True)


def observe_update(objects: tuple, case: Case) -> dict:
    (update,) = objects
    return _run(update, {}, tuple(case[name] for name in ("w", "b", "dw", "db", "lr")), pair=True)


def _run(function, arrays: dict[str, np.ndarray], numbers: tuple = (), pair: bool = False) -> dict:
    before = {name: array.copy() for name, array in arrays.items()}
    returned = function(*arrays.values(), *numbers)
    observed = {"got": describe(returned), "empty": did_nothing(function, returned), "changed": changed_inputs(before, arrays)}
    if not pair:
        value = plain_array(returned)
        return {**observed, "value": value, "shape": None if value is None else list(value.shape)}
    items = result_items(returned, 2)
    shapes = None if items is None else [list(np.shape(plain_array(one))) for one in items]
    return {**observed, "pair": None if items is None else plain_pair(items), "shapes": shapes}


EXERCISES = (
    Exercise(
        "01.forward",
        ("forward",),
        {
            "value": "Every prediction is w times its x, plus b.",
            "shape": "There is one prediction per row: shape (n,).",
            "inputs_unchanged": "The caller's x is left as it was.",
        },
        draw_rows("01.forward"),
        observe_forward,
    ),
    Exercise(
        "01.mse",
        ("mse",),
        {
            "value": "The number is the mean of the squared errors.",
            "single_number": "What comes back is one number.",
            "inputs_unchanged": "The caller's arrays are left as they were.",
        },
        draw_rows("01.mse"),
        observe_mse,
    ),
    Exercise(
        "01.gradients",
        ("gradients",),
        {
            "dw": "`dw` is the derivative of the mean squared error by `w`.",
            "db": "`db` is the derivative of the mean squared error by `b`.",
            "two_numbers": "What comes back is two numbers, `dw` and then `db`.",
            "inputs_unchanged": "The caller's arrays are left as they were.",
        },
        draw_rows("01.gradients"),
        observe_gradients,
    ),
    Exercise(
        "01.update",
        ("update",),
        {
            "w": "The new w is one step from the old.",
            "b": "The new b is one step from the old.",
            "downhill": "The step goes against the gradient, not along it.",
        },
        draw_update,
        observe_update,
    ),
)

"""Notebook 04, why gradients accumulate: a scalar autograd, then torch tensors without an optimizer."""

from typing import Any

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.e02 import RATES, loop_keywords, said
from autograder.exercises.line import generator, line, long_settings, loop_settings, number_cases, small_shapes
from autograder.exercises.plain import changed_inputs, holds_graph, plain_losses, plain_number
from autograder.exercises.registry import Exercise

DEEP = 500
"""Pairs of a product and a sum, one upon the other: a graph of a thousand nodes."""


def draw_value(seed: int) -> list[Case]:
    """Expressions: "leaves" are numbers, "graphs" lists of (operation, place, place), each from the same leaves on.

    A place counts the leaves first and then the results of the graph; the last result is what backward runs from.
    """
    rng = generator("04.value", seed)
    wide = [["*", 0, 1], ["+", 3, 2], ["*", 4, 3], ["+", 5, 5], ["*", 6, 0]]
    deep = [["*", 0, 1], ["+", 3, 2]] + [op for k in range(1, DEEP) for op in (["*", 2 * k + 2, 1], ["+", 2 * k + 3, 2])]
    settings: list[dict[str, Any]] = [
        {"kind": "single", "leaves": _leaves(rng, 2), "graphs": [[["+", 0, 1]]]},
        {"kind": "single", "leaves": _leaves(rng, 2), "graphs": [[["*", 0, 1]]]},
        {"kind": "single", "leaves": _leaves(rng, 4), "graphs": [[["*", 0, 1], ["+", 4, 2], ["*", 5, 3]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 1), "graphs": [[["+", 0, 0]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 1), "graphs": [[["*", 0, 0]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 2), "graphs": [[["*", 0, 1], ["+", 2, 0]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 3), "graphs": [wide]},
        {"kind": "reuse", "leaves": _leaves(rng, 3), "graphs": [[["*", 0, 1], ["+", 3, 2], ["*", 3, 4]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 3), "graphs": [[["*", 0, 1], ["+", 3, 2], ["*", 4, 3]]]},
        {"kind": "reuse", "leaves": _leaves(rng, 2), "graphs": [[["+", 0, 1], ["*", 2, 2], ["+", 3, 2]]]},
        {"kind": "second", "leaves": _leaves(rng, 2), "graphs": [[["*", 0, 1]], [["+", 0, 1]]]},
        {"kind": "second", "leaves": _leaves(rng, 3), "graphs": [[["*", 0, 1], ["+", 3, 2]], [["*", 0, 2], ["*", 3, 1], ["+", 4, 0]]]},
        {"kind": "deep", "leaves": [*_leaves(rng, 1), float(np.round(rng.uniform(0.97, 0.99), 4)), 0.05], "graphs": [deep]},
    ]
    return number_cases("04.value", rng, settings)


def _leaves(rng: np.random.Generator, count: int) -> list[float]:
    return [float(np.round(rng.uniform(1.1, 4.0) * rng.choice([-1, 1]), 3)) for _ in range(count)]


def observe_value(objects: tuple, case: Case) -> dict:
    """{"data": of every graph's last result, "grads": of the leaves after each backward}; None where no number is."""
    (value,) = objects
    leaves, data, grads = [value(number) for number in case["leaves"]], [], []
    for graph in case["graphs"]:
        nodes = list(leaves)
        for sign, left, right in graph:
            nodes.append(nodes[left] + nodes[right] if sign == "+" else nodes[left] * nodes[right])
        data.append(plain_number(nodes[-1].data))
        nodes[-1].backward()
        grads.append([plain_number(leaf.grad) for leaf in leaves])
    return {"data": data, "grads": grads}


def draw_autograd(seed: int) -> list[Case]:
    rng = generator("04.train_autograd", seed)
    size, small = int(rng.integers(4, 7)), int(rng.integers(3, 5))
    shapes = [
        *small_shapes(rng, size, small),
        (3 * size + 1, size, 2),
        (int(rng.integers(110, 140)), int(rng.integers(30, 50)), 2),
        (size, size, 0),
        (int(rng.integers(1100, 1150)), int(rng.integers(86, 92)), 2),
    ]
    settings = loop_settings(rng, shapes, RATES) + long_settings(rng)
    for at, one in enumerate(settings):
        one["dtype"] = "float32" if at in (5, 6) else "float64"
    return number_cases("04.train_autograd", rng, settings)


def observe_autograd(objects: tuple, case: Case) -> dict:
    """The losses; of the caller's w and b: the values, what is left in .grad, and every gradient that reached them."""
    (train,), tensors = objects, _tensors(case)
    before = {name: tensors[name].numpy().copy() for name in "xy"}
    reached: dict[str, list[float]] = {"w": [], "b": []}
    hooks = [tensors[name].register_hook(lambda gradient, name=name: reached[name].append(float(gradient))) for name in "wb"]
    try:
        returned = train(*tensors.values(), **loop_keywords(case))
    finally:
        for hook in hooks:
            hook.remove()
    left = {f"{name}_grad": None if tensors[name].grad is None else plain_number(tensors[name].grad) for name in "wb"}
    return {
        **said(train, returned),
        **left,
        "graph": holds_graph(returned),
        "losses": plain_losses(returned),
        "w": plain_number(tensors["w"]),
        "b": plain_number(tensors["b"]),
        "reached": [np.array(reached[name]) for name in "wb"],
        "changed": changed_inputs(before, {name: tensors[name].detach().numpy() for name in "xy"}),
        "writes": _writes(train, case) if case.index == 0 else None,
    }


def _tensors(case: Case) -> dict:
    """x, y (n,) and the leaves w and b (), all of the case's dtype."""
    import torch

    dtype = getattr(torch, case["dtype"])
    x, y = line(case)
    rows = {"x": torch.tensor(x, dtype=dtype), "y": torch.tensor(y, dtype=dtype)}
    return rows | {name: torch.tensor(case[name], dtype=dtype, requires_grad=True) for name in "wb"}


def _writes(train: Any, case: Case) -> int | None:
    """How often a second run wrote into the memory of the caller's w; None where it could not be watched."""
    import torch
    from torch.utils._python_dispatch import TorchDispatchMode

    tensors = _tensors(case)
    address, seen = tensors["w"].data_ptr(), [0]

    class Writes(TorchDispatchMode):
        def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
            changes = operation._schema.is_mutable and args and isinstance(args[0], torch.Tensor)
            seen[0] += bool(changes and args[0].data_ptr() == address)
            return operation(*args, **(kwargs or {}))

    try:
        with Writes():
            train(*tensors.values(), **loop_keywords(case))
    except Exception:  # a courtesy to the diagnosis: the run that counts is another one
        return None
    return seen[0]


EXERCISES = (
    Exercise(
        "04.value",
        ("Value",),
        {
            "data": "Sums and products have the right `.data`.",
            "single_use": "Gradients are right where every value is used once.",
            "reuse": "Gradients add up where a value is used more than once.",
            "second_graph": "Gradients of a second graph on the same values are added to those of the first.",
            "deep": "A graph a thousand nodes deep works.",
        },
        draw_value,
        observe_value,
    ),
    Exercise(
        "04.train_autograd",
        ("train_autograd",),
        {
            "updates_per_epoch": "Every epoch makes one update per batch, the smaller last one included.",
            "every_row_once": "Every epoch uses every row once, in order, each x with its y.",
            "fresh_gradients": "Every update comes from the mean gradient of its own batch alone.",
            "losses": "There is one loss per update: its batch's, before it.",
            "no_graph": "The losses that come back hold no graph.",
            "result": "The caller's own w and b end where a right loop takes them, and the rows are unchanged.",
        },
        draw_autograd,
        observe_autograd,
    ),
)

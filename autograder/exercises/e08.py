"""Notebook 08: fit, accuracy, and a checkpoint that resumes to the last bit."""

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.registry import Exercise

MOMENTUM = ["SGD", {"lr": 0.1, "momentum": 0.9}]
ADAM = ["Adam", {"lr": 0.02}]
CLASSES = {"features": 4, "outputs": 3, "loss": "cross_entropy"}


def draw_fit(seed: int) -> list[Case]:
    """Loaders in order and shuffled, with a smaller last batch and without, one row, no epoch, many rows, batch norm.

    One runs until nothing gets better, and the last one at a rate where epochs get worse and not better: there
    it shows who keeps the best weights, or stops early.
    """
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([81, seed])
    batch = int(random.integers(3, 6))
    drawn = [
        settings(batch * 4, batch, 3, shuffle=False),
        settings(batch * 4 + 2, batch, 3, shuffle=True, **CLASSES, optimizer=["SGD", {"lr": 0.2}]),
        settings(batch * 5 - 1, batch, 2, shuffle=True, **CLASSES, hidden=5, optimizer=MOMENTUM),
        settings(batch * 3 + 1, batch, 2, shuffle=False, loss="smooth_l1", features=2, optimizer=ADAM),
        settings(batch * 3 + 2, batch, 2, shuffle=True, dtype="float32", **CLASSES, optimizer=MOMENTUM),
        settings(8, 4, 25, shuffle=True, optimizer=["SGD", {"lr": 0.3}]),
        settings(1, 4, 2, shuffle=False),
        settings(batch * 2, batch, 0, shuffle=False),
        settings(1113 + batch, 89, 2, shuffle=False),
        settings(batch * 4 + 2, batch, 3, shuffle=False, **CLASSES, hidden=5, norm=True, optimizer=MOMENTUM),
        settings(8, 4, 6, shuffle=False, optimizer=["SGD", {"lr": 1.3}]),
    ]
    return _cases("08.fit", drawn, random)


def draw_accuracy(seed: int) -> list[Case]:
    """Models with dropout, met in train mode and in eval mode; a smaller last batch and none."""
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([82, seed])
    batch = int(random.integers(4, 8))
    classes = {**CLASSES, "hidden": 6, "dropout": True, "shuffle": False}
    drawn = [
        settings(batch * 4 + 1, batch, 0, **classes, training=True),
        settings(batch * 3 + 2, batch, 0, **classes, training=False),
        settings(batch * 3, batch, 0, **{**classes, "dropout": False}, training=True),
        settings(1, batch, 0, **classes, training=True),
    ]
    return _cases("08.accuracy", drawn, random)


def draw_checkpoint(seed: int) -> list[Case]:
    """Optimizers with a memory: momentum, Adam, and plain SGD; models with batch norm and without."""
    from autograder.exercises.torch_setup import settings

    random = np.random.default_rng([83, seed])
    kinds = [MOMENTUM, ADAM, ["SGD", {"lr": 0.1}], ["AdamW", {"lr": 0.01, "weight_decay": 0.1}]]
    drawn = [
        settings(12, 12, int(random.integers(2, 9)), hidden=4, norm=norm, steps=5, other=int(random.integers(2**31)), optimizer=kind)
        for kind, norm in zip(kinds, (False, True, True, False))
    ]
    return _cases("08.checkpoint", drawn, random)


def _cases(exercise: str, drawn: list[dict], random: np.random.Generator) -> list[Case]:
    seeds = random.integers(0, 2**31, size=len(drawn)).tolist()
    return [Case(exercise, index, seeds[index], one) for index, one in enumerate(drawn)]


def observe_fit(objects: tuple, case: Case) -> dict:
    from autograder.exercises.torch_run import run_loop
    from autograder.exercises.torch_setup import build, loader

    setup = build(case)
    arguments = (setup.model, setup.optimizer, setup.loss_fn, loader(setup, case))
    return run_loop(objects[0], setup, arguments, {"epochs": case["epochs"]})[1]


def observe_accuracy(objects: tuple, case: Case) -> dict:
    from autograder.exercises.measured import measure

    return measure(objects[0], case)


def observe_checkpoint(objects: tuple, case: Case) -> dict:
    from autograder.exercises.resumed import resume

    return resume(*objects, case)


FIT = Exercise(
    id="08.fit",
    names=("fit",),
    properties={
        "updates_per_epoch": "One update per batch of the loader, for as many epochs as asked.",
        "every_row_once": "Every epoch sees every row of the loader once, images beside their own labels.",
        "fresh_gradients": "Every update uses its own batch's gradient and nothing older.",
        "weights": "After every update the weights are those that the optimizer makes of the batch's mean loss.",
        "losses": "Returned: the mean loss of every epoch, each row weighing the same, holding no graph.",
    },
    draw=draw_fit,
    observe=observe_fit,
)

ACCURACY = Exercise(
    id="08.accuracy",
    names=("accuracy",),
    properties={
        "value": "The share of rows whose largest output is their class, as a number between 0 and 1.",
        "eval_mode": "The model is in eval mode while it is measured.",
        "no_graph": "No graph is built.",
        "mode_kept": "The model's mode is afterwards as it was found.",
    },
    draw=draw_accuracy,
    observe=observe_accuracy,
)

CHECKPOINT = Exercise(
    id="08.checkpoint",
    names=("save_checkpoint", "load_checkpoint"),
    properties={
        "one_file": "One file at the path, which `torch.load` reads with `weights_only=True`.",
        "weights": "The model's weights come back to the last bit.",
        "epoch": "`load_checkpoint` returns the epoch that was saved.",
        "resumed": "The run goes on to the last bit as if it had never been interrupted, the optimizer's state with it.",
    },
    draw=draw_checkpoint,
    observe=observe_checkpoint,
)

EXERCISES = (FIT, ACCURACY, CHECKPOINT)

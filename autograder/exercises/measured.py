"""Run an evaluation and say in plain data what the model went through."""

from collections.abc import Callable

from autograder.exercises.case import Case
from autograder.exercises.plain import describe, plain_number
from autograder.exercises.torch_setup import build, loader
from autograder.trace.torch_memory import length
from autograder.trace.torch_watch import TorchRecorder


def measure(accuracy: Callable, case: Case) -> dict:
    """Call `accuracy(model, loader)` on a model in the case's mode (setting `training`).

    Keys: number and kind (what came back), trained and graphs (for each forward pass whether the model was in
    train mode and whether gradients were recorded), sizes (their rows), mode (as found afterwards, None
    where the layers disagree), weights (as found afterwards).
    """
    setup = build(case)
    setup.model.train(case["training"])
    with TorchRecorder(dict(setup.model.named_parameters()), setup.model) as recorder:
        result = accuracy(setup.model, loader(setup, case))
    forwards = recorder.forwards()
    modes = {module.training for module in setup.model.modules()}
    return {
        "number": plain_number(result),
        "kind": describe(result),
        "trained": [note.training for note in forwards],
        "graphs": [note.grad_enabled for note in forwards],
        "sizes": [0 if note.batch is None else length(note.batch) for note in forwards],
        "mode": modes.pop() if len(modes) == 1 else None,
        "weights": recorder.layout.table([recorder.end])[0],
    }

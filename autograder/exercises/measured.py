"""Run an evaluation and say in plain data what the model went through."""

from collections.abc import Callable
from typing import Any

from autograder.exercises.case import Case
from autograder.exercises.plain import describe, plain_number
from autograder.exercises.torch_setup import build, loader
from autograder.trace.torch_memory import length
from autograder.trace.torch_watch import TorchRecorder, patched


def measure(accuracy: Callable, case: Case) -> dict:
    """Call `accuracy(model, loader)` on a model in the case's mode (setting `training`).

    Keys: number and kind (what came back), trained and graphs (for each forward pass whether the model was in
    train mode and whether its output was tied to a graph), sizes (their rows), mode (as found afterwards, None
    where the layers disagree), frozen (how many parameters no longer ask for gradients), weights (as found afterwards).
    """
    setup, graphs = build(case), []
    setup.model.train(case["training"])

    def watch_outputs(forward: Callable) -> Callable:
        def watched(module: Any, *args: Any, **kwargs: Any) -> Any:
            out = forward(module, *args, **kwargs)
            graphs.append(bool(getattr(out, "requires_grad", False)))
            return out

        return watched

    with (
        TorchRecorder(dict(setup.model.named_parameters()), setup.model) as recorder,
        patched(type(setup.model), "forward", watch_outputs),
    ):
        result = accuracy(setup.model, loader(setup, case))
    forwards = recorder.forwards()
    modes = {module.training for module in setup.model.modules()}
    return {
        "number": plain_number(result),
        "kind": describe(result),
        "trained": [note.training for note in forwards],
        "graphs": graphs,
        "sizes": [0 if note.batch is None else length(note.batch) for note in forwards],
        "mode": modes.pop() if len(modes) == 1 else None,
        "frozen": sum(not one.requires_grad for one in setup.model.parameters()),
        "weights": recorder.layout.table([recorder.end])[0],
    }

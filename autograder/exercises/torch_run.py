"""Run a torch loop under the recorder and say in plain data what it did."""

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.plain import changed_inputs, describe, holds_graph, plain_losses, plain_number
from autograder.exercises.torch_setup import Setup
from autograder.trace.torch_memory import length
from autograder.trace.torch_recording import Recording
from autograder.trace.torch_recorder import record_run


def run_loop(function: Callable, setup: Setup, arguments: tuple, keywords: dict) -> tuple[Recording, dict]:
    """Run the loop on `arguments`, watched; return the recording and its plain form.

    Keys: what `plain_recording` gives, `input_changed` (names of x and y that were altered) and what was
    returned: `returned` (1-D float64, or None), `number`, `kind` (a few words), `graph_kept`.
    """
    before = {"x": _bits(setup.x), "y": _bits(setup.y)}
    recording = record_run(function, arguments, keywords)
    result = recording.trace.result
    kept = holds_graph(result)
    changed = changed_inputs(before, {"x": _bits(setup.x), "y": _bits(setup.y)})
    returned = {"returned": plain_losses(result), "number": plain_number(result), "kind": describe(result), "graph_kept": kept}
    return recording, {**plain_recording(recording), "input_changed": changed, **returned}


def plain_recording(recording: Recording) -> dict:
    """The recording as lists, numbers and arrays; what `autograder.judge.loop_evidence` reads back."""
    trace = recording.trace
    return {
        "weights": trace.weights,
        "stood": trace.stood,
        "pass_rows": [_numbers(rows) for rows in trace.pass_rows],
        "pass_targets": [_numbers(rows) for rows in recording.targets],
        "pass_losses": trace.pass_losses,
        "pass_fresh": trace.pass_fresh,
        "pass_update": trace.pass_update.astype(np.int64),
        "order": [list(verbs) for verbs in trace.order],
        "by": list(recording.by),
        "missing": list(recording.missing),
        "crossed": list(recording.crossed),
        "backwards": list(recording.backwards),
        "broadcast": list(recording.broadcast),
        "losses_seen": list(recording.losses_seen),
        "idle": [_idle(recording, index) for index in range(len(recording.idle))],
        "strangers": recording.strangers,
        "others": recording.others,
        "replaced": recording.replaced,
    }


def _idle(recording: Recording, index: int) -> dict[str, Any]:
    one = recording.idle[index]
    size = 0 if one.note is None or one.note.batch is None else length(one.note.batch)
    grad = one.note is not None and one.note.grad_enabled
    transformed = one.loss is not None and one.loss.value is None  # within torch.func, which differentiates by itself
    return {"update": one.update, "size": size, "grad": grad, "loss": one.loss is not None, "transformed": transformed}


def _numbers(rows: np.ndarray | None) -> np.ndarray | None:
    return None if rows is None else rows.astype(np.int64)


def _bits(tensor: Any) -> np.ndarray:
    return tensor.detach().numpy().copy()

"""Record a PyTorch loop: run it, watched, and return its trace."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
from torch import nn

from autograder.trace.torch_recording import Recording, make_recording
from autograder.trace.torch_watch import TorchRecorder
from autograder.trace.trace import Trace


def record_torch(function: Callable, args: tuple, kwargs: dict) -> Trace:
    """Run `function(*args, **kwargs)` and return its trace, what it returned in `trace.result`.

    Among the arguments are found: the model (the first module with parameters), or else the leaf
    tensors that require a gradient; the optimizer; the loss function (another module, or a
    callable); the data x and y (the first two plain tensors with rows, or a DataLoader's dataset).
    Rows that the model's input does not tell, as where a traced copy of it runs, are told by the loss's target.
    Raises TypeError where there are no parameters to watch, and whatever the function raises.
    """
    recording = record_run(function, args, kwargs)
    told = zip(recording.trace.pass_rows, recording.targets)
    return replace(recording.trace, pass_rows=tuple(target if rows is None else rows for rows, target in told))


def record_run(function: Callable, args: tuple, kwargs: dict) -> Recording:
    """As `record_torch`, with everything that a judge asks; see `Recording`."""
    values = [*args, *kwargs.values()]
    model = next((one for one in values if isinstance(one, nn.Module) and any(True for _ in one.parameters())), None)
    parameters = dict(model.named_parameters()) if model else _leaves(values)
    if not parameters:
        raise TypeError("record found no parameters: pass a model, or tensors that require a gradient, to the loop")
    loss_fn = next((one for one in values if one is not model and _is_loss(one)), None)
    optimizer = next((one for one in values if isinstance(one, torch.optim.Optimizer)), None)
    x, y = _data(values)
    with TorchRecorder(parameters, model, loss_fn) as recorder:
        if recorder.watched_loss is not loss_fn:
            args = tuple(recorder.watched_loss if one is loss_fn else one for one in args)
            kwargs = {name: recorder.watched_loss if one is loss_fn else one for name, one in kwargs.items()}
        result = function(*args, **kwargs)
    return make_recording(recorder, optimizer, x, y, result)


def _leaves(values: list) -> dict[str, torch.Tensor]:
    leaves = [one for one in values if isinstance(one, torch.Tensor) and one.is_leaf and one.requires_grad]
    names = ["w", "b"] if len(leaves) == 2 else [f"parameter_{place}" for place in range(len(leaves))]
    return dict(zip(names, leaves))


def _is_loss(value: Any) -> bool:
    return callable(value) and not isinstance(value, (type, torch.Tensor, torch.optim.Optimizer))


def _data(values: list) -> tuple[torch.Tensor | None, torch.Tensor | None]:
    tensors = [one for one in values if isinstance(one, torch.Tensor) and not one.requires_grad and one.ndim]
    loader = next((one for one in values if isinstance(one, torch.utils.data.DataLoader)), None)
    if not tensors and loader is not None:
        tensors = list(getattr(loader.dataset, "tensors", ()))
    return tuple((*tensors[:2], None, None)[:2])

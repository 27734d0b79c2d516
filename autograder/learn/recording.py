"""`record`: run a loop, and get the trace of what it did."""

import sys
import types
from collections.abc import Callable
from typing import Any

from autograder.learn.stops import NotAttempted
from autograder.trace import Trace


def record(function: Callable, *args: Any, **kwargs: Any) -> Trace:
    """Call `function(*args, **kwargs)` and return the trace of its updates; `trace.result` is what it returned.

    x and y are found among the arguments, by name or else by place. A loop with torch's tensors, model or
    optimizer among its arguments is watched in torch, any other as NumPy by hand.
    An exception of the function comes out as it is, from the learner's own line. Raises NotAttempted for a stub.
    """
    __tracebackhide__ = True
    recorder = _torch_recorder() if _holds_torch([*args, *kwargs.values()]) else _numpy_recorder()
    try:
        return recorder(function, args, kwargs)
    except NotImplementedError as error:
        name = getattr(function, "__name__", "the function")
        raise NotAttempted(f"`{name}` is still to be written, so there is nothing to record yet.") from error
    except Exception as error:
        raise error.with_traceback(_from_learners_line(error.__traceback__))


def _holds_torch(values: list) -> bool:
    torch = sys.modules.get("torch")
    if torch is None:
        return False
    return any(isinstance(value, (torch.nn.Module, torch.Tensor, torch.optim.Optimizer)) for value in values)


def _torch_recorder() -> Callable[..., Trace]:
    from autograder.trace.torch_recorder import record_torch

    return record_torch


def _numpy_recorder() -> Callable[..., Trace]:
    from autograder.trace.numpy_recorder import record_numpy

    return record_numpy


def _from_learners_line(traceback: types.TracebackType | None) -> types.TracebackType | None:
    """The traceback without the recorder's own frames, or all of it where nothing else is in it."""
    kept = [frame for frame in _frames(traceback) if not _is_ours(frame)]
    for frame, following in zip(kept, [*kept[1:], None]):
        frame.tb_next = following
    return kept[0] if kept else traceback


def _is_ours(frame: types.TracebackType) -> bool:
    return str(frame.tb_frame.f_globals.get("__name__")).startswith("autograder.")


def _frames(traceback: types.TracebackType | None) -> list[types.TracebackType]:
    frames = []
    while traceback is not None:
        frames.append(traceback)
        traceback = traceback.tb_next
    return frames

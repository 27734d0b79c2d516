"""Record a training loop written by hand in NumPy: (x, y, w, b, …) -> (w, b, losses)."""

import copy
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.trace.numpy_reading import read_passes
from autograder.trace.numpy_replay import replay
from autograder.trace.numpy_watch import Inputs, Watch, unwatched, watched
from autograder.trace.trace import Trace


@dataclass(frozen=True)
class Call:
    """What a loop was called with and what it gave back.

    x, y: (n,) or None. w, b: the starting weights, lr: the rate; nan where they are not among the arguments.
    end: the final (w, b), or None. losses: those returned, or None. rng: a copy of the generator as it was given.
    """

    x: np.ndarray | None
    y: np.ndarray | None
    w: float
    b: float
    lr: float
    epochs: int | None
    batch_size: int | None
    rng: np.random.Generator | None
    end: tuple[float, float] | None
    losses: np.ndarray | None


def record_numpy(function: Callable, args: tuple, kwargs: dict) -> Trace:
    """Run `function(*args, **kwargs)`, watching x and y, and return its trace; an exception of the function comes out.

    The loop's own results are the same to the last bit. A loop that turns x and y into something else (lists,
    tuples of floats) is not seen; where its numbers are those of a plain loop, the trace is worked out from
    these, else its rows are unknown.
    """
    named = _named(function, args, kwargs)
    x_name, y_name = _rows_names(named)
    watch = Watch()
    rng = copy.deepcopy(named["rng"]) if isinstance(named.get("rng"), np.random.Generator) else None
    wrapped = {} if y_name is None else {id(named[y_name]): watched(named[y_name], watch)}
    if y_name is not None and _single_rows(len(named[y_name]), named.get("batch_size")):
        wrapped[id(named[x_name])] = watched(named[x_name], watch, Inputs)
    args = tuple(wrapped.get(id(value), value) for value in args)
    kwargs = {name: wrapped.get(id(value), value) for name, value in kwargs.items()}
    result = unwatched(function(*args, **kwargs))
    call = _call(named, x_name, y_name, rng, result)
    trace = read_passes(call, watch.passes)
    if trace is None or not _fits(trace, call):
        trace = next(one for one in (replay(call), trace, _unseen(call)) if one is not None)
    object.__setattr__(trace, "result", result)
    return trace


def _single_rows(n: int, batch_size: Any) -> bool:
    """Whether some batch may hold one row, or two: then its predictions alone do not tell the line they lie on."""
    return not isinstance(batch_size, int) or batch_size < 3 or n % batch_size in (1, 2) or n < 3


def _named(function: Callable, args: tuple, kwargs: dict) -> dict[str, Any]:
    """The arguments by name; by place where the function has no readable signature."""
    try:
        return dict(inspect.signature(function).bind(*args, **kwargs).arguments)
    except (TypeError, ValueError):
        return {**dict(zip(("x", "y", "w", "b"), args)), **kwargs}


def _rows_names(named: dict[str, Any]) -> tuple[str | None, str | None]:
    """The names of x and y: so called, or else the first two float arrays of one length."""
    arrays = [name for name, value in named.items() if type(value) is np.ndarray and value.ndim and value.dtype.kind == "f"]
    if "x" in arrays and "y" in arrays:
        return "x", "y"
    for one, other in zip(arrays, arrays[1:]):
        if len(named[one]) == len(named[other]):
            return one, other
    return None, None


def _call(named: dict, x_name: str | None, y_name: str | None, rng: np.random.Generator | None, result: Any) -> Call:
    x, y = (None if name is None else named[name].reshape(-1).astype(float, copy=False) for name in (x_name, y_name))
    items = result if isinstance(result, tuple | list) else ()
    numbers = [_number(item) for item in items[:2]]
    end = (numbers[0], numbers[1]) if len(numbers) == 2 and None not in numbers and len(items) <= 8 else None
    return Call(
        x=x,
        y=y,
        w=_or_nan(named.get("w")),
        b=_or_nan(named.get("b")),
        lr=_or_nan(named.get("lr")),
        epochs=named.get("epochs"),
        batch_size=named.get("batch_size"),
        rng=rng,
        end=end,
        losses=_losses(items[2]) if end is not None and len(items) > 2 else None,
    )


def _number(value: Any) -> float | None:
    if isinstance(value, str | bytes | bool | list | tuple | None) or getattr(value, "size", 1) != 1:
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _or_nan(value: Any) -> float:
    number = _number(value)
    return float("nan") if number is None else number


def _losses(value: Any) -> np.ndarray | None:
    try:
        losses = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    return losses if losses.ndim == 1 else None


def _fits(trace: Trace, call: Call) -> bool:
    """Whether the passes seen start from the weights that were given, and are those that the returned losses speak of."""
    start = np.array([call.w, call.b])
    if not np.isfinite(trace.weights).all() or not (np.isnan(start) | np.isclose(trace.weights[0], start)).all():
        return bool(np.isinf(trace.weights).any())
    if call.losses is None:
        return _own_steps(trace)
    if len(trace.pass_losses) != len(call.losses):
        return len(trace) > 0
    return bool(np.allclose(trace.pass_losses, call.losses, rtol=1e-6, atol=1e-9, equal_nan=True))


def _own_steps(trace: Trace) -> bool:
    """Whether every update is the step of its own batch's gradient: `y - w * x - b` is seen without its b."""
    if trace.fresh.shape != trace.stood.shape:
        return False
    return bool(np.allclose(trace.fresh, trace.stood, rtol=1e-5, atol=1e-8))


def _unseen(call: Call) -> Trace:
    """A trace of as many updates as there are losses, of unknown rows, weights and gradients."""
    losses = np.zeros(0) if call.losses is None else call.losses
    unknown = np.full((len(losses), 2), np.nan)
    weights = np.full((len(losses) + 1, 2), np.nan)
    weights[0] = call.w, call.b
    if call.end is not None:
        weights[-1] = call.end
    return Trace(
        parameters=(("w", ()), ("b", ())),
        pass_rows=(None,) * len(losses),
        pass_losses=losses,
        pass_fresh=unknown,
        pass_update=np.arange(len(losses)),
        stood=unknown,
        weights=weights,
        order=(("forward", "loss", "backward", "step"),) * len(losses) + ((),),
        n=None if call.x is None else len(call.x),
    )

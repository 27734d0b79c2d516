"""Run the learner's own train in a lab, and say kindly where it cannot be."""

import inspect
import traceback
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class YourRun:
    """name: the function's; weights: (U + 1, 2), or start and end alone; losses: (U,), None where not returned."""

    name: str
    weights: np.ndarray
    losses: np.ndarray | None
    shuffles: bool = False


def run_yours(train: Callable, x: np.ndarray, y: np.ndarray, start: tuple[float, float], values: dict) -> YourRun | str:
    """The run of `train(x, y, w, b, *, epochs, batch_size, lr)`, with `rng` where it takes one; or a sentence
    that says what went wrong. The third value it returns may be losses (U,) or a ledger of gradients (U, 2)."""
    settings = {"epochs": values["epochs"], "batch_size": values["batch_size"], "lr": values["lr"]}
    name = getattr(train, "__name__", "train")
    try:
        shuffles = "rng" in inspect.signature(train).parameters
        if shuffles:
            settings["rng"] = np.random.default_rng(0)
        with np.errstate(all="ignore"):
            w, b, third = train(x.copy(), y.copy(), *start, **settings)
        return _understood(name, start, (float(w), float(b)), np.asarray(third, dtype=float), values["lr"], shuffles)
    except NotImplementedError:
        return f"This is our loop: your {name} is still to be written."
    except Exception as error:  # whatever a learner's function raises is for them to read, not for us to crash on
        return f"This is our loop: your {name} raised {type(error).__name__}{_where(error, train)}: {error}"


def _understood(name, start, end, third: np.ndarray, lr: float, shuffles: bool) -> YourRun | str:
    if third.ndim == 1:
        return YourRun(name, np.array([start, end]), third, shuffles)
    if third.ndim == 2 and third.shape[1] == 2:
        weights = np.vstack([start, np.array(start) - lr * np.cumsum(third, axis=0)])
        return YourRun(name, weights, None, shuffles)
    return f"This is our loop: your {name} returned, as its third value, an array of shape {third.shape}."


def _where(error: Exception, train: Callable) -> str:
    code = getattr(train, "__code__", None)
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if code and frame.filename == code.co_filename
    ]
    return f" in line {lines[-1]} of its cell" if lines else ""

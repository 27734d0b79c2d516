"""Whatever a learner returned, as plain numbers; wrong types become describable data, never a crash."""

import sys
from itertools import islice
from typing import Any

import numpy as np

LONGEST = 200_000


def plain_number(value: Any) -> float | None:
    """A Python, NumPy or torch scalar, or an array of one element, as a float; None for anything else."""
    array = plain_array(value)
    if array is None or array.size != 1:
        return None
    return float(array.reshape(-1)[0])


def plain_array(value: Any) -> np.ndarray | None:
    """Numbers of any container and shape as a float64 array; None where there are none to be had."""
    if isinstance(value, str | bytes | bool | dict | None):
        return None
    try:
        array = np.array(_without_torch(value), dtype=np.float64)
    except (TypeError, ValueError, RuntimeError, OverflowError):
        return None
    return array if array.size <= LONGEST else None


def plain_losses(value: Any) -> np.ndarray | None:
    """One number after another, from a list, tuple, array, tensor or iterator, as a 1-D float64 array.

    None where `value` is nothing of the kind: a number alone, a dict, None, rows of several numbers.
    """
    if isinstance(value, dict | str | bytes) or not hasattr(value, "__iter__") or getattr(value, "ndim", 1) == 0:
        return None
    if is_tensor(value) or isinstance(value, np.ndarray):
        array = plain_array(value)
        return array.reshape(-1) if array is not None and array.size == len(array) else None
    numbers = [plain_number(one) for one in islice(value, LONGEST)]
    return None if None in numbers else np.array(numbers, dtype=np.float64)


def plain_pair(value: Any) -> list[float | None] | None:
    """Two numbers, such as (w, b): each None where it is no number; None where it is no pair at all."""
    items = _items(value)
    return [plain_number(one) for one in items] if items is not None and len(items) == 2 else None


def result_items(value: Any, count: int) -> list | None:
    """The `count` things that a function returned together, or None where it returned otherwise."""
    items = _items(value)
    return items if items is not None and len(items) == count else None


def holds_graph(value: Any) -> bool:
    """Whether a tensor, or a tensor within a list or tuple, still knows how it was computed."""
    if is_tensor(value):
        return bool(value.requires_grad)
    return isinstance(value, list | tuple) and any(holds_graph(one) for one in value)


def is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def changed_inputs(before: dict[str, np.ndarray], after: dict[str, Any]) -> list[str]:
    """The names whose arrays are not bit for bit what they were."""
    return [name for name, array in before.items() if not _same(array, after[name])]


def did_nothing(function: Any, returned: Any) -> bool:
    """Whether a function's body is `pass`, `...`, a docstring or `return []`: as good as the untouched stub."""
    code = getattr(function, "__code__", None)
    nothing = returned is None or (isinstance(returned, list | tuple) and not returned)
    return nothing and code is not None and not code.co_names and len(code.co_code) <= 8 and set(code.co_consts) <= {None, function.__doc__}


def describe(value: Any) -> str:
    """What was returned, in a few words: 'an array of shape (3, 3)', 'None', 'a list of 4'."""
    if value is None:
        return "None"
    if hasattr(value, "shape"):
        return f"{'a tensor' if is_tensor(value) else 'an array'} of shape {tuple(value.shape)}"
    if isinstance(value, list | tuple | dict):
        return f"a {type(value).__name__} of {len(value)}"
    return f"a {type(value).__name__}"


def _items(value: Any) -> list | None:
    if isinstance(value, str | bytes | dict) or not hasattr(value, "__iter__") or getattr(value, "ndim", 1) == 0:
        return None
    return list(islice(value, 64))


def _without_torch(value: Any) -> Any:
    if is_tensor(value):
        return value.detach().cpu().double().numpy()
    if isinstance(value, list | tuple):
        return [_without_torch(one) for one in value]
    return value


def _same(before: np.ndarray, after: Any) -> bool:
    after = np.asarray(after)
    return before.shape == after.shape and before.tobytes() == np.ascontiguousarray(after).tobytes()

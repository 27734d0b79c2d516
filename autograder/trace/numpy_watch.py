"""Arrays that look on while a loop by hand predicts and compares, and change nothing of it."""

from typing import Any

import numpy as np


class Watch:
    """The forward passes that were seen, in time order.

    passes: (w, first prediction, bytes of x, bytes of y, mean square where the shapes did not line up else None).
    """

    def __init__(self) -> None:
        self.passes: list[tuple[float, float, bytes, bytes, float | None]] = []
        self.slope: float | None = None
        self.inputs: np.ndarray | None = None

    def predicted(self, slope: Any, x: np.ndarray) -> None:
        """x was multiplied by one number: a prediction may be on its way."""
        self.slope, self.inputs = slope, x

    def compared(self, predictions: np.ndarray, y: np.ndarray, difference: np.ndarray) -> None:
        """y was subtracted from something, or something from y: with a prediction on its way, a forward pass."""
        x = self.inputs
        if x is None or predictions.size != x.size or not x.size:
            return
        aligned = difference.size == x.size
        square = None if aligned else float((difference**2).mean())
        self.passes.append((float(self.slope), float(predictions.flat[0]), x.tobytes(), y.tobytes(), square))
        self.inputs = None


class Rows(np.ndarray):
    """x or y of a recorded run, or a cut of it. What is computed from it is an ordinary array, with the same bits.

    Every recording makes a subclass of its own, with its `watch`; so nothing has to be carried from cut to cut.
    """

    watch: Watch

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **keywords: Any) -> Any:
        plain = [one.view(np.ndarray) if isinstance(one, Rows) else one for one in inputs]
        if keywords:
            return _with_keywords(ufunc, method, plain, keywords)
        result = getattr(ufunc, method)(*plain) if method != "__call__" else ufunc(*plain)
        if method == "__call__" and len(plain) == 2:
            if ufunc is np.multiply:
                _see_product(self.watch, inputs, plain)
            elif ufunc is np.subtract:
                _see_difference(self.watch, inputs, plain, result)
        return result


def watched(array: np.ndarray, watch: Watch) -> Rows:
    """A view of `array` that reports to `watch`."""
    return array.view(type("Rows", (Rows,), {"watch": watch}))


def unwatched(value: Any) -> Any:
    """`value` with ordinary arrays in place of watched ones, also within tuples and lists."""
    if isinstance(value, Rows):
        return value.view(np.ndarray)
    if type(value) in (list, tuple) and any(isinstance(one, (Rows, list, tuple)) for one in value):
        return type(value)(unwatched(one) for one in value)
    return value


def _see_product(watch: Watch, inputs: tuple, plain: list) -> None:
    left, right = inputs
    if isinstance(right, Rows) and _is_one_number(left):
        watch.predicted(left, plain[1])
    elif isinstance(left, Rows) and _is_one_number(right):
        watch.predicted(right, plain[0])


def _see_difference(watch: Watch, inputs: tuple, plain: list, difference: Any) -> None:
    left, right = plain
    if isinstance(inputs[1], Rows) and type(left) is np.ndarray:
        watch.compared(left, right, difference)
    elif isinstance(inputs[0], Rows) and type(right) is np.ndarray:
        watch.compared(right, left, difference)


def _is_one_number(value: Any) -> bool:
    return isinstance(value, float) or getattr(value, "size", 0) == 1 or isinstance(value, int)


def _with_keywords(ufunc: np.ufunc, method: str, plain: list, keywords: dict) -> Any:
    """In-place operations and reductions: nothing to see, but `out` has to be an ordinary array meanwhile."""
    asked = keywords.get("out")
    if asked is not None:
        keywords = {**keywords, "out": tuple(one.view(np.ndarray) if isinstance(one, Rows) else one for one in asked)}
    result = getattr(ufunc, method)(*plain, **keywords)
    return asked[0] if asked is not None and len(asked) == 1 and asked[0] is not None else result

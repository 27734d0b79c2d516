"""Arrays that look on while a loop by hand predicts and compares, and change nothing of it."""

from collections.abc import Callable
from typing import Any

import numpy as np

_FLOAT = np.dtype(float)

Pass = tuple[bytes, bytes, float | None, float | None]
"""A prediction that was compared with its targets: the bytes of both as float64, the number that x was multiplied by, where x
was watched, and the mean square of the differences, where the shapes did not line up. A bare tuple for speed.
"""


class Watch:
    """The passes that were seen, in time order, and the slope of the prediction that is on its way."""

    def __init__(self) -> None:
        self.passes: list[Pass] = []
        self.slope: float | None = None
        self.last: np.ndarray | None = None

    def compared(self, predictions: np.ndarray, targets: np.ndarray, differences: np.ndarray) -> None:
        """Targets and an array of the same size were subtracted from each other: a forward pass."""
        if predictions.size != targets.size or not targets.size:
            return
        square = None if differences.size == targets.size else float((differences**2).mean())
        self.passes.append((_bytes(predictions), _bytes(targets), self.slope, square))


class Rows(np.ndarray):
    """x or y of a recorded run, or a cut of it. What is computed from it is an ordinary array, with the same bits.

    Every recording makes subclasses of its own, with its `watch`; so nothing has to be carried from cut to cut,
    and cutting is as fast as ever.
    """

    watch: Watch

    def __rsub__(self, predictions: Any) -> Any:
        """`predictions - y`, which Python asks the subclass first: the usual comparison, seen at the lowest price.

        Predictions that are compared twice in a row, for the loss and for the gradient, are one pass.
        """
        targets = self.view(np.ndarray)
        difference = predictions - targets
        watch = self.watch
        if predictions is not watch.last and type(predictions) is np.ndarray:
            watch.compared(predictions, targets, difference)
            watch.last = predictions
        return difference

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **keywords: Any) -> Any:
        if keywords or method != "__call__":
            return _in_place(self.watch, ufunc, method, inputs, keywords)
        plain = [one.view(np.ndarray) if isinstance(one, Rows) else one for one in inputs]
        result = ufunc(*plain)
        if ufunc is np.subtract:
            self.see_difference(inputs, plain, result)
        elif ufunc is np.multiply:
            self.see_product(inputs)
        return result

    def see_product(self, inputs: tuple) -> None:
        """A product with y says nothing."""

    def see_difference(self, inputs: tuple, plain: list, result: np.ndarray) -> None:
        """y minus an ordinary array, or the other way round."""
        left, right = plain
        if not (isinstance(left, np.ndarray) and isinstance(right, np.ndarray)):
            return
        if not isinstance(inputs[0], Rows):
            self.watch.compared(left, right, result)
        elif not isinstance(inputs[1], Rows):
            self.watch.compared(right, left, result)


class Inputs(Rows):
    """x, where single rows have to be told by the slope that they are multiplied with."""

    __rsub__ = np.ndarray.__rsub__

    def see_product(self, inputs: tuple) -> None:
        left, right = inputs
        other = left if isinstance(right, Inputs) else right
        if isinstance(other, float | int) or getattr(other, "size", 0) == 1:
            self.watch.slope = float(np.reshape(other, -1)[0])

    def see_difference(self, inputs: tuple, plain: list, result: np.ndarray) -> None:
        """x minus something says nothing, but something minus y may: y comes second then."""
        if len(inputs) == 2 and isinstance(inputs[1], Rows) and not isinstance(inputs[1], Inputs):
            super().see_difference((plain[0], inputs[1]), plain, result)


def watched(array: np.ndarray, watch: Watch, kind: type[Rows] = Rows) -> Rows:
    """A view of `array` that reports to `watch`."""
    return array.view(type(kind.__name__, (kind,), {"watch": watch}))


def unwatched(value: Any) -> Any:
    """`value` with ordinary arrays in place of watched ones, also within tuples and lists."""
    if isinstance(value, Rows):
        return value.view(np.ndarray)
    if type(value) in (list, tuple) and any(isinstance(one, Rows | list | tuple) for one in value):
        return type(value)(unwatched(one) for one in value)
    return value


def _bytes(numbers: np.ndarray) -> bytes:
    return numbers.tobytes() if numbers.dtype is _FLOAT else numbers.astype(float).tobytes()


def _in_place(watch: Watch, ufunc: np.ufunc, method: str, inputs: tuple, keywords: dict) -> Any:
    """Reductions and in-place operations, of which only `prediction -= y` is a comparison."""
    plain: Callable[[Any], Any] = lambda one: one.view(np.ndarray) if isinstance(one, Rows) else one  # noqa: E731
    asked = keywords.get("out")
    if asked is not None:
        keywords = {**keywords, "out": tuple(plain(one) for one in asked)}
    operands = [plain(one) for one in inputs]
    before = operands[0].copy() if ufunc is np.subtract and asked is not None and len(operands) == 2 and isinstance(operands[0], np.ndarray) else None
    result = getattr(ufunc, method)(*operands, **keywords)
    if before is not None and isinstance(inputs[1], Rows) and not isinstance(inputs[0], Rows):
        watch.compared(before, operands[1], result)
    return asked[0] if asked is not None and len(asked) == 1 and asked[0] is not None else result

"""The trace of a loop that could not be watched, where its numbers are those of a plain mini-batch loop."""

import copy
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from autograder.trace.numpy_reading import assemble, loss_and_gradient
from autograder.trace.trace import Trace

if TYPE_CHECKING:
    from autograder.trace.numpy_recorder import Call


def replay(call: "Call") -> Trace | None:
    """Follow the rows in order, or in the orders that the generator would give, as long as the losses agree; else None.

    Where no losses came back, the final weights alone have to agree.
    """
    known = (call.x, call.y, call.epochs, call.batch_size, call.end)
    if any(value is None for value in known) or not call.batch_size or not np.isfinite([call.w, call.b, call.lr]).all():
        return None
    for order in ORDERS if call.rng is not None else ORDERS[:1]:
        trace = _follow(call, order(copy.deepcopy(call.rng), len(call.x)))
        if trace is not None:
            return trace
    return None


def _follow(call: "Call", orders: Iterator[np.ndarray]) -> Trace | None:
    rows, weights, losses, fresh, at = [], [], [], [], np.array([call.w, call.b])
    for _, order in zip(range(call.epochs), orders):
        for start in range(0, len(order), call.batch_size):
            batch = order[start : start + call.batch_size]
            loss, gradient = loss_and_gradient(call.x[batch], call.y[batch], at)
            if call.losses is not None and not _noted(call.losses, len(rows), loss):
                return None
            for column, value in ((rows, batch), (weights, at), (losses, loss), (fresh, gradient)):
                column.append(value)
            at = at - call.lr * gradient
    if not rows or not np.allclose(at, call.end, rtol=1e-6, atol=1e-9) or (call.losses is not None and len(rows) != len(call.losses)):
        return None
    return assemble(call, rows, np.array(losses), np.array(fresh), np.array(weights))


def _noted(losses: np.ndarray, at: int, loss: float) -> bool:
    """Whether the loop's own loss at this place is this one, rounding apart."""
    return at < len(losses) and abs(loss - losses[at]) <= 1e-6 * abs(loss) + 1e-9


def _in_order(rng: None, n: int) -> Iterator[np.ndarray]:
    while True:
        yield np.arange(n)


def _drawn(draw: Callable[[np.random.Generator, int], np.ndarray]) -> Callable[[np.random.Generator, int], Iterator[np.ndarray]]:
    def orders(rng: np.random.Generator, n: int) -> Iterator[np.ndarray]:
        while True:
            yield draw(rng, n)

    return orders


def _shuffled_further(rng: np.random.Generator, n: int) -> Iterator[np.ndarray]:
    order = np.arange(n)
    while True:
        rng.shuffle(order)
        yield order.copy()


def _shuffled_list_further(rng: np.random.Generator, n: int) -> Iterator[np.ndarray]:
    order = list(range(n))
    while True:
        rng.shuffle(order)
        yield np.array(order)


def _composed(rng: np.random.Generator, n: int) -> Iterator[np.ndarray]:
    order = np.arange(n)
    while True:
        order = order[rng.permutation(n)]
        yield order


def _shuffled_anew(rng: np.random.Generator, n: int) -> np.ndarray:
    order = list(range(n))
    rng.shuffle(order)
    return np.array(order)


ORDERS = (
    _in_order,
    _drawn(lambda rng, n: rng.permutation(n)),
    _shuffled_further,
    _composed,
    _shuffled_list_further,
    _drawn(_shuffled_anew),
    _drawn(lambda rng, n: rng.permuted(np.arange(n))),
    _drawn(lambda rng, n: rng.choice(n, size=n, replace=False)),
    _drawn(lambda rng, n: np.argsort(rng.random(n))),
)

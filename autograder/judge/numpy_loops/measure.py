"""Constants that a learner wrote into a loop, read off what it returned: epochs, rows per batch, a factor."""

from collections.abc import Iterator

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.gradient import loss_and_gradient
from autograder.judge.numpy_loops.loop import RIGHT, Loop
from autograder.judge.numpy_loops.observed import Observed, run_that_matches
from autograder.judge.numpy_loops.plan import plan_of
from autograder.judge.numpy_loops.simulate import Run


def measured(datas: list[Data], observed: list[Observed]) -> Iterator[Loop]:
    """Loops with the number of epochs, or of rows per batch, that the first numbers returned speak of."""
    if any(one.notes is None for one in observed):
        return
    epochs = {len(one.notes) / data.batches for data, one in zip(datas, observed) if data.epochs}
    if len(epochs) == 1 and (number := epochs.pop()) == int(number):
        yield RIGHT.but(epochs=int(number))
    largest = max(range(len(datas)), key=lambda at: datas[at].n)
    size = _first_batch(datas[largest], observed[largest])
    if size is not None and size != datas[largest].batch_size:
        yield RIGHT.but(size=size)


def _first_batch(data: Data, observed: Observed) -> int | None:
    """How many of the first rows have the first loss together; None where no number of them has."""
    if observed.kind != "losses" or not len(observed.notes):
        return None
    means = np.cumsum((data.w * data.x + data.b - data.y) ** 2) / np.arange(1, data.n + 1)
    fits = np.flatnonzero(np.isclose(means, observed.notes[0], rtol=observed.relative, atol=observed.absolute))
    return int(fits[0]) + 1 if len(fits) == 1 else None


def find_factors(datas: list[Data], observed: list[Observed]) -> list[tuple[float, Run]] | None:
    """For every case the factor on the right gradient that explains all it returned, with the run; None where one has none.

    A case that made no update has the factor 1.
    """
    found = []
    for data, one in zip(datas, observed):
        if one.notes is None or one.kind != "losses":
            return None
        for factor in _factors(data, one):
            run = run_that_matches(RIGHT.but(scale=factor), data, one)
            if run is not None:
                found.append((factor, run))
                break
        else:
            return None
    return found


def _factors(data: Data, observed: Observed) -> list[float]:
    """The factors that lead from the start to the second loss: the roots of a parabola."""
    batches = [batch for epoch in plan_of(RIGHT, data) for batch in epoch][:2]
    if len(batches) < 2 or len(observed.notes) < 2:
        return [1.0]
    (first, _), (second, _) = batches
    _, dw, db = loss_and_gradient(RIGHT, data.x[first], data.y[first], data.w, data.b)
    error = data.w * data.x[second] + data.b - data.y[second]
    way = -data.lr * (dw * data.x[second] + db)
    parabola = [(way**2).mean(), 2 * (error * way).mean(), (error**2).mean() - observed.notes[1]]
    roots = np.roots(parabola) if np.isfinite(parabola).all() else []
    return [float(root.real) for root in roots if abs(root.imag) < 1e-6]

"""Find the loop whose numbers are exactly those observed."""

from dataclasses import replace
from itertools import chain

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.family import loops
from autograder.judge.numpy_loops.loop import RIGHT, Loop
from autograder.judge.numpy_loops.measure import measured
from autograder.judge.numpy_loops.observed import Observed, run_that_matches
from autograder.judge.numpy_loops.simulate import Run


def find(datas: list[Data], observed: list[Observed], pairs: bool = True) -> tuple[Loop, list[Run]] | None:
    """The first wrong loop that would return all numbers of all cases, with its runs; None where none would.

    Cases are tried from the one that tells most loops apart to the one that tells fewest, so that nearly all
    loops fall out after a batch or two. pairs: whether to try two mistakes at once.
    """
    order = sorted(range(len(datas)), key=lambda index: _dullness(datas[index]))
    for loop in chain(measured(datas, observed), loops(observed[0].kind, pairs)):
        runs: dict[int, Run] = {}
        for index in order:
            run = run_that_matches(loop, datas[index], observed[index])
            if run is None:
                break
            runs[index] = run
        else:
            return loop, [runs[index] for index in range(len(datas))]
    return None


def by_ends(datas: list[Data], observed: list[Observed]) -> tuple[Loop, list[Run]] | None:
    """The loop, right or with one mistake, that ends where each case ended, whatever was written down on the way."""
    silent = [replace(one, notes=None) for one in observed]
    runs = [is_right(data, one) for data, one in zip(datas, silent)]
    return (RIGHT, runs) if None not in runs else find(datas, silent, pairs=False)


def is_right(data: Data, observed: Observed) -> Run | None:
    """The right loop's run, where it would return what was observed."""
    return run_that_matches(RIGHT, data, observed)


def _dullness(data: Data) -> tuple[int, int]:
    """Small where a case tells loops apart quickly: several epochs of several batches, the last one smaller."""
    telling = data.epochs > 1 and data.batches > 1 and data.n % data.batch_size > 0 and data.batch_size > 1
    return (0 if telling else 1), data.updates

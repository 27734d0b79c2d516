"""A wrong loop that no known one explains: the first number that differs, and what its rows show."""

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.inference import agreed
from autograder.judge.numpy_loops.loop import RIGHT
from autograder.judge.numpy_loops.observed import Observed, notes_of
from autograder.judge.numpy_loops.simulate import Run, simulate
from autograder.judge.verdict import Finding


def first_difference(datas: list[Data], observed: list[Observed], anywhere: bool = False) -> Finding:
    """`wrong-result`, told at the first number that differs from the right loop's.

    anywhere: the rows may come in any order, so that the numbers to compare with are not known.
    """
    for data, one in zip(datas, observed):
        finding = _nowhere(data, one) if anywhere else _difference(data, one, simulate(RIGHT, data))
        if finding is not None:
            return finding
    return Finding("wrong-result", messages.wrong_result("A number differs"))


def noted_otherwise(datas: list[Data], observed: list[Observed]) -> Finding:
    """What is wrong with the losses, or the ledger, of a loop whose updates are right: too many, too few, or others."""
    for data, one in zip(datas, observed):
        wanted = notes_of(RIGHT, data, simulate(RIGHT, data), one.kind)
        if one.notes is None and one.kind == "losses":
            return Finding("losses-miscounted", messages.losses_miscounted(0, data.updates))
        if one.notes is None:
            break
        if len(one.notes) != len(wanted):
            return _miscounted(one, len(wanted))
        at = next((k for k, pair in enumerate(zip(one.notes, wanted)) if not one.close(*pair)), None)
        if at is not None and one.kind == "losses":
            return Finding("losses-miscounted", messages.other_losses(at, float(one.notes[at]), float(wanted[at])), *data.place(at))
    return first_difference(datas, observed)


def _difference(data: Data, observed: Observed, right: Run) -> Finding | None:
    wanted = notes_of(RIGHT, data, right, observed.kind)
    if observed.notes is None:
        return Finding("wrong-result", messages.wrong_return(observed.got, f"w, b and {observed.kind}"))
    for at, (got, want) in enumerate(zip(observed.notes, wanted)):
        if not observed.close(got, want):
            where = f" (epoch {data.place(at)[0] + 1}, batch {data.place(at)[1] + 1})"
            return Finding("wrong-result", messages.wrong_result(*_named(observed.kind, at, got, want), where), *data.place(at))
    if len(observed.notes) != len(wanted):
        return _miscounted(observed, len(wanted))
    for name, got, want in (("w", observed.w, right.w), ("b", observed.b, right.b)):
        if not observed.near(got, want):
            return Finding("wrong-result", messages.wrong_result(f"The final {name}", got, want, f" after {data.updates} updates"))
    return None


def _nowhere(data: Data, observed: Observed) -> Finding | None:
    """The first loss that no choice of the rows which are left explains, or the weights that do not follow."""
    if observed.notes is None:
        return Finding("wrong-result", messages.wrong_return(observed.got, f"w, b and {observed.kind}"))
    if len(observed.notes) != data.updates:
        return _miscounted(observed, data.updates)
    at = agreed(RIGHT, data, observed)
    if at >= len(observed.notes):
        return Finding("wrong-result", messages.ends_elsewhere(observed.w, observed.b))
    return Finding("wrong-result", messages.no_such_batch(at, float(observed.notes[at]), *data.place(at)), *data.place(at))


def _miscounted(observed: Observed, asked: int) -> Finding:
    if observed.kind == "losses":
        return Finding("losses-miscounted", messages.losses_miscounted(len(observed.notes), asked))
    return Finding("losses-miscounted", messages.ledger_wrong("before", len(observed.notes), asked))


def _named(kind: str, at: int, got, want) -> tuple[str, float, float]:
    if kind == "losses":
        return f"Loss {at + 1}", float(got), float(want)
    column = 0 if not np.isclose(got[0], want[0], rtol=1e-7) else 1
    return f"{('dw', 'db')[column]} in line {at + 1} of the ledger", float(got[column]), float(want[column])

"""Wrong loops in order that no fixed list can hold: any pattern of resets, any factor, any notes, any early end."""

import numpy as np

from autograder.judge import messages
from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.explain import findings_of
from autograder.judge.numpy_loops.irregular import resets_of
from autograder.judge.numpy_loops.loop import RIGHT
from autograder.judge.numpy_loops.match import by_ends
from autograder.judge.numpy_loops.measure import find_factors
from autograder.judge.numpy_loops.notes import losses_of
from autograder.judge.numpy_loops.observed import Observed, notes_of
from autograder.judge.numpy_loops.properties import kept
from autograder.judge.numpy_loops.simulate import Run, simulate
from autograder.judge.verdict import Finding

Found = tuple[dict[str, bool], tuple[Finding, ...]]


def find_rare(datas: list[Data], observed: list[Observed]) -> Found | None:
    """The properties (without `result`) and findings of such a loop; None where it is none either."""
    return _stopped(datas, observed) or _irregular(datas, observed) or _scaled(datas, observed) or _other_notes(datas, observed)


def _stopped(datas: list[Data], observed: list[Observed]) -> Found | None:
    """A right loop that ended before its time in some of the cases, wherever in an epoch."""
    early = [(data, one) for data, one in zip(datas, observed) if one.notes is None or len(one.notes) < data.updates]
    if not early or any(not _goes_right(data, one) for data, one in zip(datas, observed)):
        return None
    made, asked = len(early[0][1].notes), early[0][0].updates
    epoch, batch = early[0][0].place(made)
    whole = (epoch, early[0][0].epochs) if not batch else (None, None)
    return kept(RIGHT.but(epochs="minus-one")), (Finding("wrong-number-of-epochs", messages.wrong_number_of_epochs(made, asked, *whole), epoch, batch),)


def _goes_right(data: Data, observed: Observed) -> bool:
    """Whether the loop is right for as long as it went on."""
    if observed.notes is None or len(observed.notes) > data.updates:
        return False
    right, went = simulate(RIGHT, data), len(observed.notes)
    ends = [*right.before, (right.w, right.b)][went]
    return observed.notes_close(notes_of(RIGHT, data, right, observed.kind)[:went]) and observed.close((observed.w, observed.b), ends)


def _irregular(datas: list[Data], observed: list[Observed]) -> Found | None:
    patterns = []
    for data, one in zip(datas, observed):
        patterns.append(resets_of(data, one))
        if patterns[-1] is None:
            return None
    for data, pattern in zip(datas, patterns):
        if not all(pattern):
            first = pattern.index(False)
            message = messages.zeroed_irregularly(first, pattern.count(False), len(pattern))
            return kept(RIGHT.but(reset="every-2")), (Finding("zeroed-irregularly", message, *data.place(first)),)
    return None


def _scaled(datas: list[Data], observed: list[Observed]) -> Found | None:
    found = find_factors(datas, observed)
    if found is None:
        return None
    moving = [at for at, data in enumerate(datas) if data.updates > 1 and data.n > 1]  # one row alone fits a factor and its mirror image
    factors = np.array([found[at][0] for at in moving])
    rates = factors * [datas[at].lr for at in moving]
    held = kept(RIGHT.but(scale="twice"))
    if np.allclose(rates, rates[0], rtol=1e-4) and rates[0] > 0:
        return held, (Finding("wrong-result", messages.rate_ignored(float(rates[0])), 0, 0),)
    if factors[0] < 0:
        return held, (Finding("gradient-sign", messages.gradient_sign(0), 0, 0),)
    rows = None if np.allclose(factors, factors[0]) else min(datas[moving[0]].batch_size, datas[moving[0]].n)
    return held, (Finding("gradient-scaled", messages.gradient_scaled(float(factors[0]), 0, rows), 0, 0),)


def _other_notes(datas: list[Data], observed: list[Observed]) -> Found | None:
    """A known loop, right or wrong, whose losses are no known kind of notes."""
    if observed[0].kind != "losses" or any(one.notes is None for one in observed):
        return None
    known = by_ends(datas, observed)
    if known is None:
        return None
    loop, runs = known
    notes = next(filter(None, (_first_other(data, run, one) for data, run, one in zip(datas, runs, observed))), None)
    if notes is None:
        return None
    causes = findings_of(loop, datas, runs, observed) if loop.deviations else ()
    return {**kept(loop), "notes": False}, (*causes, notes)


def _first_other(data: Data, run: Run, observed: Observed) -> Finding | None:
    wanted = losses_of(RIGHT, data, run)
    if len(wanted) != len(observed.notes):
        return Finding("losses-miscounted", messages.losses_miscounted(len(observed.notes), len(wanted)))
    for at, pair in enumerate(zip(observed.notes.tolist(), wanted.tolist())):
        if not observed.near(*pair):
            return Finding("losses-miscounted", messages.other_losses(at, *pair), *data.place(at))
    return None

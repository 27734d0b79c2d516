"""The run in which a finding was made, as a trace: what the picture beside a learner's code is drawn from."""

from itertools import groupby

import numpy as np

from autograder.exercises.case import Case
from autograder.judge.numpy_loops.data import data_of
from autograder.judge.numpy_loops.explain import findings_of
from autograder.judge.numpy_loops.match import find
from autograder.judge.numpy_loops.observed import read
from autograder.judge.numpy_loops.simulate import Run
from autograder.judge.verdict import Finding
from autograder.trace.trace import Trace

BY_HAND = {"02.train": "losses", "03.train_with_ledger": "ledger", "04.train_autograd": "losses"}
BY_TORCH = ("05.train", "06.train_accumulated", "06.train_once_per_epoch", "08.fit")
UNSEEN = ("input-changed", "pairs-broken")
"""The recorder tells rows by the y that was given: it cannot show that this changed, or stood beside another x."""
LONGEST = 80
"""Updates that are kept; a picture shows about twenty."""


def evidence(exercise_id: str, cases: list[Case], observations: list[dict], finding: Finding, verifier) -> Trace | None:
    """The trace of the first case that shows `finding`; None where the exercise has no loop, or it is not known.

    verifier: the exercise's own, as in `autograder.judge.e05.VERIFIERS`.
    """
    returned = [one for one in observations if one.get("status") == "returned"]
    if exercise_id in BY_TORCH:
        return _watched(cases, returned, finding, verifier)
    known = _recognised(cases, returned, BY_HAND[exercise_id], finding) if exercise_id in BY_HAND else None
    return _seen(cases, returned, finding, verifier) if known is None else known


def _watched(cases: list[Case], observations: list[dict], finding: Finding, verifier) -> Trace | None:
    """Of a torch loop: as the recorder saw it."""
    for case, plain in zip(cases, observations):
        if "stood" in plain and _same(finding, verifier([case], [plain]).findings):
            return shortened(_trace_of(case, plain))
    return None


def _seen(cases: list[Case], observations: list[dict], finding: Finding, verifier) -> Trace | None:
    """Of another loop by hand: as a second run was recorded, of the case that shows the finding, else of the first wrong one.

    None where the recorder could not read the loop's gradients, or would show the run as another than it was.
    """
    if finding.code in UNSEEN:
        return None
    recorded = [(Trace.from_json(one["seen"]), verifier([case], [one])) for case, one in zip(cases, observations) if one.get("seen")]
    wrong = [(trace, verdict) for trace, verdict in recorded if not verdict.passed and np.isfinite(trace.stood).all()]
    shows = [trace for trace, verdict in wrong if _same(finding, verdict.findings)] or [trace for trace, _ in wrong]
    return shortened(shows[0]) if shows else None


def _same(finding: Finding, found: tuple[Finding, ...]) -> bool:
    return any((one.code, one.message) == (finding.code, finding.message) for one in found)


def _trace_of(case: Case, plain: dict) -> Trace:
    from autograder.exercises.torch_setup import build

    named = build(case).model.named_parameters()
    columns = {name: np.asarray(plain[name], dtype=float) for name in ("pass_losses", "pass_fresh", "stood", "weights")}
    return Trace(
        parameters=tuple((name, tuple(one.shape)) for name, one in named),
        pass_rows=tuple(None if rows is None else np.asarray(rows, dtype=int) for rows in plain["pass_rows"]),
        pass_update=np.asarray(plain["pass_update"], dtype=int),
        order=tuple(tuple(map(str, verbs)) for verbs in plain["order"]),
        n=case["n"],
        **columns,
    )


def _recognised(cases: list[Case], observations: list[dict], kind: str, finding: Finding) -> Trace | None:
    """Of a loop by hand that the judge knows: as the known loop runs, number for number."""
    from autograder.judge.e04 import TOLERANCE, data_in_dtype

    exact = [data_in_dtype(case) if "dtype" in case.settings else data_of(case) for case in cases]
    observed = [read(one, kind, **TOLERANCE[case.settings.get("dtype", "float64")]) for case, one in zip(cases, observations)]
    if len(observed) < len(cases) or any(one.notes is None for one in observed):
        return None
    with np.errstate(all="ignore"):
        loop, runs = find(exact, observed) or (None, ())
        taken = [(run, data.n, data, one) for data, run, one in zip(exact, runs, observed) if run.before]
        shows = [_same(finding, findings_of(loop, [data], [run], [one])) for run, _, data, one in taken]
    shown = taken[shows.index(True) if any(shows) else 0] if taken else None
    return shortened(_trace_of_run(*shown[:2])) if shown else None


def _trace_of_run(run: Run, n: int) -> Trace:
    moved = [one is not None for one in run.stood]
    update = np.concatenate([[0], np.cumsum(moved)[:-1]]).astype(int)
    stations = [before for before, last in zip(run.before[1:], moved) if last] + [(run.w, run.b)] * moved[-1]
    verbs = [word for led in moved for word in ("forward", "loss", "backward", *("step",) * led)]
    return Trace(
        parameters=(("w", ()), ("b", ())),
        pass_rows=tuple(np.asarray(rows, dtype=int) for rows in run.rows),
        pass_losses=np.array(run.losses),
        pass_fresh=np.array(run.fresh, dtype=float).reshape(-1, 2),
        pass_update=update,
        stood=np.array([one for one in run.stood if one is not None], dtype=float).reshape(-1, 2),
        weights=np.array([run.before[0], *stations], dtype=float),
        order=_by_update(verbs),
        n=n,
    )


def _by_update(verbs: list[str]) -> tuple[tuple[str, ...], ...]:
    """Verbs in time order, cut behind every step; last, what came after."""
    steps = np.cumsum([0, *(verb == "step" for verb in verbs)])[:-1]
    cut = [tuple(verb for _, verb in group) for _, group in groupby(zip(steps, verbs), key=lambda pair: pair[0])]
    return (*cut, ()) if verbs and verbs[-1] == "step" else tuple(cut)


def shortened(trace: Trace, longest: int = LONGEST) -> Trace:
    """The trace's first updates, as few as a picture of them needs."""
    if len(trace) <= longest:
        return trace
    kept = trace.pass_update < longest
    return Trace(
        parameters=trace.parameters,
        pass_rows=tuple(rows for rows, keep in zip(trace.pass_rows, kept) if keep),
        pass_losses=trace.pass_losses[kept],
        pass_fresh=trace.pass_fresh[kept],
        pass_update=trace.pass_update[kept],
        stood=trace.stood[:longest],
        weights=trace.weights[: longest + 1],
        order=(*trace.order[:longest], ()),
        n=trace.n,
    )


def compact(trace: Trace) -> dict:
    """The trace as JSON with six digits a number; `Trace.from_json` reads it."""
    return _rounded(trace.to_json())


def _rounded(value):
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    return {key: _rounded(one) for key, one in value.items()} if isinstance(value, dict) else value

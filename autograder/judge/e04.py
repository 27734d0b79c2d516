"""Verify notebook 04: a scalar autograd, and torch tensors trained without an optimizer."""

from dataclasses import replace

import numpy as np

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.autograd import verify_value
from autograder.judge.numpy_loops.data import Data, data_of
from autograder.judge.numpy_loops.match import is_right
from autograder.judge.numpy_loops.observed import Observed, read
from autograder.judge.numpy_loops.verify import Judged, batches_behind, judge_in_order
from autograder.judge.stub import untouched
from autograder.judge.verdict import Finding, Verdict

TOLERANCE = {"float64": {}, "float32": {"relative": 1e-4, "absolute": 1e-5}}


def verify_autograd(cases: list[Case], observations: list[dict]) -> Verdict:
    """04.train_autograd: losses and final tensors against a replay in float64, rows in order."""
    early = untouched("04.train_autograd", observations)
    if early is not None:
        return early
    datas = [data_in_dtype(case) for case in cases]
    observed = [read(one, "losses", **TOLERANCE[case["dtype"]]) for case, one in zip(cases, observations)]
    held, findings = _on_copies(datas, observed) or judge_in_order(datas, observed)
    findings = tuple(_named(finding, observations, observed, datas) for finding in findings)
    kept = any(one.get("graph") is True for one in observations)
    began = held["updates_per_epoch"] or any(map(any, _reached(observations))) or any(map(batches_behind, datas, observed))
    held |= {"losses": held.pop("notes"), "no_graph": began and not kept}
    if kept:
        findings += (Finding("graph-kept", messages.graph_kept(0)),)
    properties = {name: held[name] for name in get("04.train_autograd").properties}
    return Verdict("04.train_autograd", not findings, properties, findings)


def data_in_dtype(case: Case) -> Data:
    """The case's data, rounded as its tensors are."""
    data = data_of(case)
    if case["dtype"] == "float64":
        return data
    x, y, w, b = (np.float64(np.float32(value)) for value in (data.x, data.y, data.w, data.b))
    return replace(data, x=x, y=y, w=float(w), b=float(b))


def _on_copies(datas: list[Data], observed: list[Observed]) -> Judged | None:
    """A right loop on tensors of its own: the losses fit, and the caller's tensors never moved."""
    if any(not _stayed(data, one) for data, one in zip(datas, observed)):
        return None
    with np.errstate(all="ignore"):
        if any(one.notes is None or is_right(data, replace(one, ends_known=False)) is None for data, one in zip(datas, observed)):
            return None
    held = {"updates_per_epoch": True, "every_row_once": True, "fresh_gradients": True, "notes": True, "result": False}
    return held, (Finding("never-stepped", messages.own_copies()),)


def _stayed(data: Data, observed: Observed) -> bool:
    return observed.near(observed.w, data.w) and observed.near(observed.b, data.b)


def _reached(observations: list[dict]) -> list[list[int]]:
    """How many gradients reached w, and b, in each case."""
    return [[len(side) for side in one.get("reached") or [(), ()]] for one in observations]


def _named(finding: Finding, observations: list[dict], observed: list[Observed], datas: list[Data]) -> Finding:
    """A finding by numbers, named for what autograd did where the same numbers have several causes."""
    reached = _reached(observations)
    updates = [data.updates for data in datas]
    if finding.code == "never-stepped" and all(_stayed(data, one) for data, one in zip(datas, observed)):
        if finding.message == messages.own_copies():
            return finding
        if not any(map(any, reached)):
            return Finding("gradient-missing", messages.gradient_missing())
        if (observations[0].get("writes") or 0) > 0 and not any(one.get("w_grad") for one in observations):
            return Finding("zeroed-before-step", messages.zeroed_before_step(updates[0]), 0, 0)
    if finding.code == "gradient-scaled" and all(counts == [2 * many] * 2 for counts, many in zip(reached, updates)):
        return Finding("backward-twice", messages.backward_twice(0, 2.0), 0, 0)
    if finding.code == "wrong-result" and any(one == 0 for counts, many in zip(reached, updates) if many for one in counts) and any(map(any, reached)):
        return Finding("gradient-missing", messages.gradient_missing(0), 0, 0)
    return finding


VERIFIERS = {"04.value": verify_value, "04.train_autograd": verify_autograd}

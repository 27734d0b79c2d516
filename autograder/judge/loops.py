"""The verdict on a torch loop: properties and findings over all its cases."""

from collections.abc import Callable

import numpy as np

from autograder.judge import messages
from autograder.judge.causes import find_causes
from autograder.judge.causes.windows import fresh
from autograder.judge.loop import TOLERANCES, Loop
from autograder.judge.plan import every_row_once, right_count
from autograder.judge.unnamed import unnamed
from autograder.judge.verdict import Finding, Verdict


FOLLOWERS = {
    "best-gradient-only": ("zeroed-each-micro-batch", "stepped-once-per-epoch", "one-batch-per-epoch", "sampled-with-replacement"),
    "one-batch-per-epoch": ("wrong-number-of-epochs",),
    "backward-twice": ("gradient-scaled",),
    "gradient-missing": ("loss-fn-ignored",),
    "zeroed-irregularly": ("zeroed-once-per-epoch",),
    "leftover-leaks": ("gradient-scaled",),
    "stepped-once-per-epoch": ("leftover-dropped", "gradient-scaled"),
    "optimizer-bypassed": ("weights-reset",),
}
"""What a finding explains where it comes first: the same loop may look so too in a case of another size."""
SURE = ("best-gradient-only", "zeroed-irregularly", "optimizer-bypassed")
"""Findings that no other mistake makes: they explain those before them as well."""


def examine(loop: Loop, returned: Callable[[Loop, np.ndarray], Finding | None]) -> tuple[dict[str, bool], list[Finding]]:
    """One case's properties and findings.

    returned: (loop, the right loss of each update (U,)) -> a finding about what the function returned, or None.
    """
    known = all(rows is not None for rows in loop.rows) and (every_row_once(loop) or loop.group > 1)
    in_order = None if known and right_count(loop) else loop.replay_in_order()
    if in_order is not None and loop.chain_holds(in_order):
        replay, counted, rows = in_order, True, True
    else:
        replay, counted, rows = loop.replay, right_count(loop), every_row_once(loop)
    chain = loop.chain_holds(replay) if loop.updates else not loop.asked
    losses = returned(loop, replay.losses if replay is not None else np.full(loop.updates, np.nan))
    changed, began = _input_changed(loop), bool(loop.updates or loop.sizes or loop.idle)
    properties = {
        "updates_per_epoch": counted,
        "every_row_once": rows and (loop.updates > 0 or not loop.asked),
        "fresh_gradients": (chain and counted and rows) or fresh(loop),
        "weights": chain and changed is None,
        "losses": losses is None and (began or not loop.asked),
    }
    findings = [] if counted and rows and chain else find_causes(loop) or [unnamed(loop, replay)]
    told = losses if losses is not None and (not findings or losses.code == "graph-kept" or not _as_it_ran(loop)) else None
    return properties, [*findings, *filter(None, (changed, told))]


def over_cases(exercise: str, judged: list[tuple[dict[str, bool], list[Finding]]], ordinary: int) -> Verdict:
    """One verdict of all cases: a property holds where it holds in each.

    ordinary: how many cases, from the first, show causes well; the rest (one row, more than all rows, no
    epoch) speak only where these are silent.
    """
    properties = {name: all(case[name] for case, _ in judged) for name in judged[0][0]}
    findings = _explained(_distinct([finding for _, found in judged[:ordinary] for finding in found]))
    if findings and findings[0].code == "not-attempted":
        findings = findings[:1]  # what was not begun has no other mistake
    findings = findings or _distinct([finding for _, found in judged[ordinary:] for finding in found])
    return Verdict(exercise, all(properties.values()), properties, tuple(findings))


def check_losses(loop: Loop, right: np.ndarray) -> Finding | None:
    """One loss per update, each its batch's mean before it, and no graph in them."""
    got = loop.returned
    if got is None:
        return Finding("losses-miscounted", messages.wrong_return(loop.kind, "the losses, one number per update"))
    if len(got) != loop.updates:
        return Finding("losses-miscounted", messages.losses_miscounted(len(got), loop.made))
    if np.isfinite(right).all():
        allowed, relative = TOLERANCES[loop.case["dtype"]]
        off = np.flatnonzero(~(np.abs(got - right) <= 10 * allowed * (1 + np.abs(right)) + relative * np.abs(right)))
        if off.size:
            at = int(off[0])
            message = messages.losses_miscounted(len(got), loop.updates, at, float(got[at]), float(right[at]))
            return Finding("losses-miscounted", message, **loop.place(at))
    return Finding("graph-kept", messages.graph_kept()) if loop.graph_kept else None


def _as_it_ran(loop: Loop) -> bool:
    """Whether what a wrong loop returned follows from how it ran: then it is no mistake of its own."""
    if loop.number is not None or loop.returned is None:
        return loop.number in (loop.made, loop.asked)
    if len(loop.returned) == len(loop.pass_losses) and all(loop.losses_seen):
        return bool(np.allclose(np.sort(loop.returned), np.sort(loop.pass_losses), rtol=1e-4, equal_nan=True))
    if loop.losses_seen and len(loop.returned) == loop.pass_epochs[-1] + 1:
        return bool(np.allclose(loop.returned, _means_by_epoch(loop), rtol=1e-4, equal_nan=True))
    seen = (loop.updates, loop.asked, loop.epochs * loop.batches, len(loop.pass_losses), len(loop.idle))
    return len(loop.returned) in seen


def _means_by_epoch(loop: Loop) -> np.ndarray:
    """For each pass over the rows the mean of the losses that it met, by rows."""
    sizes = np.array(loop.sizes, dtype=float)
    with np.errstate(all="ignore"):
        return np.bincount(loop.pass_epochs, loop.pass_losses * sizes) / np.bincount(loop.pass_epochs, sizes)


def _input_changed(loop: Loop) -> Finding | None:
    if not loop.input_changed:
        return None
    return Finding("input-changed", messages.input_changed(loop.input_changed))


def _explained(findings: list[Finding]) -> list[Finding]:
    """Without what only follows from an earlier finding, or looks like another one by chance in one of the cases."""
    codes = [finding.code for finding in findings]
    explained = {code: -1 if code in SURE else codes.index(code) for code in FOLLOWERS if code in codes}
    return [
        finding
        for at, finding in enumerate(findings)
        if not any(finding.code in FOLLOWERS[code] and since < at for code, since in explained.items())
    ]


def _distinct(findings: list[Finding]) -> list[Finding]:
    first = {finding.code: finding for finding in reversed(findings)}
    kept = [finding for finding in dict.fromkeys(findings) if first[finding.code] is finding]
    named = [finding for finding in kept if finding.code != "wrong-result"]
    return named or kept

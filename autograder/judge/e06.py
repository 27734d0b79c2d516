"""Verdicts on notebook 06."""

import math

import numpy as np

from autograder.exercises.case import Case
from autograder.judge import messages
from autograder.judge.loop import Loop, read_loop
from autograder.judge.loops import examine, over_cases
from autograder.judge.verdict import Finding, Verdict

ORDINARY = {"06.train_accumulated": 6, "06.train_once_per_epoch": 4}


def check_count(loop: Loop, right: np.ndarray) -> Finding | None:
    """The number of updates, as a number."""
    if loop.number == loop.made:
        return None
    if loop.number is None:
        return Finding("wrong-result", messages.wrong_return(loop.kind, "the number of updates"))
    what = "how many batches there were" if loop.number == len(loop.sizes) else "the number of one epoch" if loop.number == loop.per_epoch else None
    return Finding("wrong-result", messages.updates_miscounted(loop.number, loop.made, what))


def verify(cases: list[Case], observations: list[dict]) -> Verdict:
    loops = [read_loop(case, plain, _group(case)) for case, plain in zip(cases, observations)]
    often = any(loop.updates > loop.epochs for loop in loops)  # then one update in a short epoch is no rule
    judged = []
    for loop in loops:
        properties, findings = examine(loop, check_count)
        properties["count"] = properties.pop("losses")
        judged.append((properties, [one for one in findings if not (often and one.code == "stepped-once-per-epoch")]))
    return over_cases(cases[0].exercise, judged, ORDINARY[cases[0].exercise])


def _group(case: Case) -> int:
    """How many batches share an update: the steps that are asked, or all of an epoch."""
    return case.settings.get("accumulation_steps") or max(1, math.ceil(case["n"] / case["batch_size"]))


VERIFIERS = dict.fromkeys(ORDINARY, verify)

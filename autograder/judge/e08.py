"""Verdicts on notebook 08."""

from autograder.exercises.case import Case
from autograder.judge import measured, resumed
from autograder.judge.epoch_losses import check_epoch_losses
from autograder.judge.loop import read_loop
from autograder.judge.loops import examine, over_cases
from autograder.judge.verdict import Finding, Verdict

ORDINARY = 6


def verify_fit(cases: list[Case], observations: list[dict]) -> Verdict:
    judged = [examine(read_loop(case, plain), check_epoch_losses) for case, plain in zip(cases, observations)]
    return over_cases("08.fit", judged, ORDINARY)


def verify_accuracy(cases: list[Case], observations: list[dict]) -> Verdict:
    fitting = set.intersection(*(measured.codes_that_fit(case, plain) for case, plain in zip(cases, observations)))
    judged = [measured.examine(case, plain, fitting) for case, plain in zip(cases, observations)]
    return over_cases("08.accuracy", judged, len(judged))


def verify_checkpoint(cases: list[Case], observations: list[dict]) -> Verdict:
    judged = [resumed.examine(case, plain) for case, plain in zip(cases, observations)]
    properties = {name: all(held[name] for held, _ in judged) for name in judged[0][0]}
    found: dict[str, Finding] = {}
    for _, findings in judged:
        found = {**findings, **found}
    return Verdict("08.checkpoint", not found, properties, tuple(found[name] for name in resumed.ORDER if name in found))


VERIFIERS = {"08.fit": verify_fit, "08.accuracy": verify_accuracy, "08.checkpoint": verify_checkpoint}

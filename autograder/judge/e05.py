"""Verdicts on notebook 05."""

from autograder.exercises.case import Case
from autograder.judge.bugs import verify_bugs
from autograder.judge.loop import read_loop
from autograder.judge.loops import check_losses, examine, over_cases
from autograder.judge.verdict import Verdict

ORDINARY = 6


def verify_train(cases: list[Case], observations: list[dict]) -> Verdict:
    judged = [examine(read_loop(case, plain), check_losses) for case, plain in zip(cases, observations)]
    return over_cases("05.train", judged, ORDINARY)


VERIFIERS = {"05.train": verify_train, "05.bugs": verify_bugs}

"""Verify notebook 03: shuffled epochs, and the ledger."""

from autograder.exercises import get
from autograder.exercises.case import Case
from autograder.judge.numpy_loops.data import data_of
from autograder.judge.numpy_loops.observed import read
from autograder.judge.numpy_loops.shuffled import judge_shuffled
from autograder.judge.numpy_loops.verify import judge_in_order
from autograder.judge.stub import untouched
from autograder.judge.verdict import Verdict


def verify_shuffled(cases: list[Case], observations: list[dict]) -> Verdict:
    """03.train_shuffled: a replay on the rows that the losses themselves tell, batch after batch."""
    early = untouched("03.train_shuffled", observations)
    if early is not None:
        return early
    held, findings = judge_shuffled([data_of(case) for case in cases], [read(one, "losses") for one in observations])
    held["losses"] = held.pop("notes")
    return Verdict("03.train_shuffled", not findings, _in_order("03.train_shuffled", held), findings)


def verify_ledger(cases: list[Case], observations: list[dict]) -> Verdict:
    """03.train_with_ledger: every gradient and the final weights against a replay in float64, rows in order."""
    early = untouched("03.train_with_ledger", observations)
    if early is not None:
        return early
    held, findings = judge_in_order([data_of(case) for case in cases], [read(one, "ledger") for one in observations])
    held["ledger"] = held.pop("notes")
    return Verdict("03.train_with_ledger", not findings, _in_order("03.train_with_ledger", held), findings)


def _in_order(exercise_id: str, held: dict[str, bool]) -> dict[str, bool]:
    return {name: held[name] for name in get(exercise_id).properties}


VERIFIERS = {"03.train_shuffled": verify_shuffled, "03.train_with_ledger": verify_ledger}

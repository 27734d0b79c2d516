"""The bank is honest: independent loops agree that its right ones are right and its wrong ones wrong."""

import pytest

from autograder.exercises import get
from autograder.exercises.clean import clean_state
from bank import witness_numpy, witness_others, witness_small
from bank.load import submissions
from bank.run import DANGEROUS
from bank.witness import first_complaint

WITNESSES = {
    "02.batches": witness_small.batches_complaint,
    "02.train": witness_numpy.train_complaint,
    "03.train_shuffled": witness_numpy.shuffled_complaint,
    "03.train_with_ledger": witness_numpy.ledger_complaint,
    "04.value": witness_small.value_complaint,
    "04.train_autograd": witness_numpy.autograd_complaint,
    "05.train": first_complaint,
    "06.train_accumulated": witness_others.accumulated_complaint,
    "06.train_once_per_epoch": lambda train: witness_others.accumulated_complaint(train, whole_epoch=True),
    "08.fit": witness_others.fit_complaint,
    "08.accuracy": witness_others.accuracy_complaint,
    "08.checkpoint": witness_others.checkpoint_complaint,
}
KINDS_OF_ANSWER = ("05.bugs", "07.claims")
BANK = [s for s in submissions() if s.code not in DANGEROUS and s.exercise not in KINDS_OF_ANSWER]


def complaint_about(submission):
    """What the witness of this exercise says of a submission, or None."""
    exercise, name = submission.exercise, submission.exercise[3:]
    objects = submission.objects(get(exercise).names)
    with clean_state():
        try:
            if exercise in WITNESSES:
                return WITNESSES[exercise](*objects)
            if exercise.startswith("01."):
                return witness_small.first_notebook_complaint(name, *objects)
            return witness_small.counts_complaint(name, *objects)
        except Exception as error:
            return f"raised {type(error).__name__}: {error}"


@pytest.mark.parametrize("submission", BANK, ids=str)
def test_the_witness_agrees_about(submission):
    said = complaint_about(submission)
    assert (said is None) == (submission.code is None), said

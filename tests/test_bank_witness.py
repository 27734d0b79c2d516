"""The bank is honest: an independent loop agrees that its right ones are right and its wrong ones wrong."""

import pytest

from autograder.exercises.clean import clean_state
from bank.load import submissions
from bank.run import DANGEROUS
from bank.witness import first_complaint

TRAIN = [s for s in submissions() if s.exercise == "05.train" and s.code not in DANGEROUS]


@pytest.mark.parametrize("submission", TRAIN, ids=str)
def test_the_witness_agrees_about(submission):
    with clean_state():
        said = first_complaint(*submission.objects(("train",)))
    assert (said is None) == (submission.code is None), said

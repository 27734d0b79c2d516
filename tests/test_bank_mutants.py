"""Bugs made from right loops by changing their syntax tree are caught, with a fair first code."""

from collections import Counter

import pytest

from autograder.exercises.clean import clean_state
from autograder.judge import judge
from bank.load import submissions
from bank.mutate import MUTATIONS, mutants
from bank.witness import first_complaint

ORIGINS = (
    "slices_zero_first",
    "zero_after_step",
    "randperm_index",
    "split_zip",
    "dataloader_shuffled",
    "trainer_class",
    "while_loop",
    "numpy_permutation",
)
RIGHT = {s.path: s for s in submissions()}
MUTANTS = [mutant for name in ORIGINS for mutant in mutants(RIGHT[f"right/05_train/{name}.py"])]


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_mutant_is_judged_by_what_it_does(mutant):
    """One that an independent loop finds wrong must fail; one that is right all the same must pass."""
    train = mutant.function("train")
    with clean_state():
        wrong = first_complaint(train)
    verdict = judge("05.train", (train,), seed=31)
    assert verdict.passed is (wrong is None), f"{mutant.source}\n{wrong}\n{verdict.findings}"
    if wrong:
        fair = ("raised",) if ": raised" in wrong else mutant.fair
        assert verdict.findings[0].code in fair, f"{mutant.source}\n{wrong}\n{verdict.findings}"


def test_every_mutation_is_used_at_least_three_times():
    used = Counter(mutant.change for mutant in MUTANTS)
    assert {m.__name__: used[m.__name__] for m in MUTATIONS if used[m.__name__] < 3} == {}

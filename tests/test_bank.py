"""Every submission of the bank is judged fairly: right ones pass, wrong ones fail with a fair first code."""

import shutil
from collections import Counter

import pytest

from bank.load import submissions
from bank.run import DANGEROUS, run_here, run_sandboxed

BANK = submissions()
SAFE = [s for s in BANK if s.code not in DANGEROUS]


@pytest.mark.parametrize("submission", SAFE, ids=str)
def test_the_judge_is_fair_to(submission):
    outcome = run_here(submission)
    assert outcome.agrees, f"expected {submission.code or 'no finding'}, judged {outcome.passed} {outcome.codes}"


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs the sandbox: bubblewrap is not installed")
def test_what_is_dangerous_ends_in_the_sandbox():
    outcomes = list(run_sandboxed([s for s in BANK if s.code in DANGEROUS]))
    assert [o.submission.path for o in outcomes if not o.agrees] == []


def test_the_bank_holds_right_loops_of_many_styles():
    right = Counter(s.exercise for s in BANK if s.code is None)
    assert right["05.train"] >= 35 and right.total() >= 60


def test_the_bank_holds_three_ways_to_write_every_bug(contract_codes):
    variants = Counter(s.code for s in BANK if s.code)
    assert {code: variants[code] for code in contract_codes if variants[code] < 3 and code not in DANGEROUS} == {}
    assert all(variants[code] for code in DANGEROUS)
    assert set(variants) <= set(contract_codes)


def test_the_bank_holds_two_bugs_at_once_and_bugs_without_a_name():
    assert sum(bool(s.both) for s in BANK) >= 15
    assert sum(s.code == "wrong-result" for s in BANK) >= 10


@pytest.fixture
def contract_codes():
    """The finding codes of the contract, written out: the bank must not follow a list that the judge keeps."""
    return """
        not-attempted raised timed-out out-of-memory killed never-zeroed zeroed-once-per-epoch zeroed-irregularly
        zeroed-before-step zeroed-each-micro-batch stepped-once-per-epoch step-before-backward never-stepped
        gradient-missing wrong-optimizer loss-fn-ignored backward-twice first-batch-only one-batch-per-epoch
        whole-dataset-every-batch last-batch-dropped extra-empty-batch loops-swapped wrong-number-of-epochs
        batch-size-ignored sampled-with-replacement never-reshuffled pairs-broken shape-broadcast weights-reset
        optimizer-recreated optimizer-bypassed best-gradient-only gradient-scaled gradient-sign accumulation-ignored
        not-averaged mean-of-means leftover-dropped leftover-leaks losses-miscounted graph-kept grad-in-eval
        eval-in-train-mode mode-left-wrong input-changed state-not-restored wrong-result
    """.split()

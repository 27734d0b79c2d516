"""The corpus of attempts, graded in one run: forged 0, escaped 0, honest neighbours harmed 0."""

import shutil

import pytest

from tests.attacks import stock
from tests.attacks.corpus import ATTEMPTS
from tests.attacks.trying import try_ours

pytestmark = [
    pytest.mark.timeout(1500),
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs the sandbox: bubblewrap is not installed"),
]


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    return try_ours(tmp_path_factory.mktemp("attacks"), ATTEMPTS)


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: f"{attempt.kind}: {attempt.name}")
def test_the_attempt_comes_to_nothing(attempt, ours):
    assert ours[attempt.name].verdict(attempt) == "held", ours[attempt.name]


def test_the_corpus_is_large_and_of_all_kinds():
    assert len({attempt.name for attempt in ATTEMPTS}) >= 150
    assert {kind: sum(attempt.kind == kind for attempt in ATTEMPTS) >= 25 for kind in ("forge", "escape", "disrupt", "accident")} == dict.fromkeys(
        ("forge", "escape", "disrupt", "accident"), True
    )


def test_stock_nbgrader_was_tried_with_what_a_machine_survives():
    kept = stock.kept()
    assert sum(found["verdict"] == "forged" for found in kept.values()) >= 10

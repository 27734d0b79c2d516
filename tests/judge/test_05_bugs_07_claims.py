"""The bug hunt and the claims: answers in any spelling, one property each."""

import pytest

from autograder.exercises.bugs import BUGS, bug, run_bug
from autograder.judge import judge
from autograder.judge.bugs import CAUSES
from autograder.judge.e07 import RULINGS

RULED = {number: words[0] for number, words in RULINGS.items()}


def said(exercise_id, answers):
    verdict = judge(exercise_id, (answers,), 1)
    return verdict.passed, [finding.code for finding in verdict.findings], {name for name, holds in verdict.properties.items() if not holds}


@pytest.mark.parametrize("label", BUGS)
def test_the_judge_of_loops_and_the_bug_hunt_agree(label):
    verdict = judge("05.train", (bug(label),), 4)
    assert verdict.findings[0].code == CAUSES[label]


def test_the_loops_say_nothing_of_their_cause():
    words = {part for cause in CAUSES.values() for part in cause.split("-")} - {"step", "batch", "zero", "epoch", "per", "last", "once", "first", "only", "before"}
    assert all(not words & set((loop.__doc__ or "").split()) and loop.__name__ == f"loop_{label}" for label, loop in BUGS.items())


def test_an_unknown_label_is_told_the_labels():
    with pytest.raises(KeyError, match="there are a, b, c, d, e, f, g, h"):
        run_bug("z", None, None, None, None, None, epochs=1, batch_size=1)


@pytest.mark.parametrize(
    "answers, passed, codes, fails",
    [
        (CAUSES, True, [], set()),
        ({label.upper(): cause.replace("-", " ").title() for label, cause in CAUSES.items()}, True, [], set()),
        ({**CAUSES, "a": "never-zeroed"}, False, ["wrong-result"], {"bug_a"}),
        ({**CAUSES, "b": "too early"}, False, ["wrong-result"], {"bug_b"}),
        ({**CAUSES, "c": None}, False, ["not-attempted"], {"bug_c"}),
        ({}, False, ["not-attempted"], {f"bug_{label}" for label in CAUSES}),
        ("none", False, ["wrong-result"], {f"bug_{label}" for label in CAUSES}),
    ],
)
def test_diagnoses_are_judged_loop_by_loop(answers, passed, codes, fails):
    assert said("05.bugs", answers) == (passed, codes, fails)


@pytest.mark.parametrize(
    "answers, passed, codes, fails",
    [
        (RULED, True, [], set()),
        ({str(number): word.upper() for number, word in RULED.items()}, True, [], set()),
        ({f"claim {number}": {"true": True, "false": False}.get(word, word) for number, word in RULED.items()}, True, [], set()),
        ({**RULED, 13: "depends", 17: "It depends.", 18: "depends"}, True, [], set()),
        ({**RULED, 5: "true", 22: True}, False, ["wrong-result"] * 2, {"claim_5", "claim_22"}),
        ({**RULED, 6: "perhaps"}, False, ["wrong-result"], {"claim_6"}),
        ({number: word for number, word in RULED.items() if number != 9}, False, ["not-attempted"], {"claim_9"}),
        ({}, False, ["not-attempted"], {f"claim_{number}" for number in RULED}),
    ],
)
def test_verdicts_are_judged_claim_by_claim(answers, passed, codes, fails):
    assert said("07.claims", answers) == (passed, codes, fails)


def test_no_message_gives_a_verdict_away():
    turned = {"true": "false", "false": "true", "depends": "true"}
    verdict = judge("07.claims", ({number: turned[word] for number, word in RULED.items()},), 1)
    assert len(verdict.findings) == 23
    assert all(f"“{turned[RULED[number]]}”" in finding.message for number, finding in enumerate(verdict.findings, start=1))

"""Predictions: asked before, shown after, kept in between."""

import pytest

from autograder.learn import kept, outcome, predict
from autograder.learn.asking import question_box


def test_without_a_living_notebook_the_question_is_shown_and_nothing_waits(capsys):
    predict("02-updates", "How many updates?", choices=[10, 100])
    assert capsys.readouterr().out == "Predict: How many updates?\n  - 10\n  - 100\nNo answer is kept yet.\n"


def test_a_prediction_needs_one_kind_of_answer():
    for kinds in ({}, {"number": True, "text": True}, {"choices": ["a"], "number": True}):
        with pytest.raises(ValueError, match="exactly one"):
            predict("a", "What?", **kinds)


def _box(answer=None, options=None, number=False):
    given = []
    box = question_box("How many?", options, number, answer, given.append)
    return box, given


def test_choosing_keeps_the_answer_and_says_so():
    box, given = _box(options=["10", "100"])
    box.children[1].value = "100"
    box.children[1].value = "10"
    assert given == ["100", "10"]
    assert "✓ Kept: <strong>10</strong>" in box.children[2].value


def test_a_kept_answer_is_there_again_when_the_cell_runs_again():
    assert _box("100", ["10", "100"])[0].children[1].value == "100"
    assert _box(7, number=True)[0].children[1].value == "7"
    assert _box("gone", ["10", "100"])[0].children[1].value is None


def test_numbers_are_numbers():
    box, given = _box(number=True)
    for words in ("10,000", "0.5", "ten", "nan", ""):
        box.children[1].value = words
    assert given == [10000, 0.5]
    assert type(given[0]) is int


def test_what_is_no_number_is_said_kindly_and_not_kept():
    box, given = _box(number=True)
    box.children[1].value = "<ten>"
    assert given == [] and "no number yet" in box.children[2].value


@pytest.mark.parametrize(
    ("answer", "value", "said"),
    [
        (10, 10, "You predicted 10, and so it is."),
        (100, 10, "You predicted 100. Where does the difference come from?"),
        ("it falls", "it falls", "You predicted it falls, and so it is."),
        ("False", False, "You predicted False, and so it is."),
        (None, 10, "No prediction was made."),
    ],
)
def test_the_outcome_stands_beside_the_prediction(capsys, answer, value, said):
    if answer is not None:
        kept.change("predictions", "a", answer=answer)
    outcome("a", value, "It is {value}.")
    assert capsys.readouterr().out == f"It is {value}.\n{said}\n"


def test_the_sentence_may_format_the_value(capsys):
    outcome("a", 0.123456, "The share is {value:.1%}.")
    assert "The share is 12.3%." in capsys.readouterr().out

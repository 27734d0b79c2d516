"""Hints: a few for every exercise, one after another, never the code."""

import ast

import pytest

from autograder.exercises import ids
from autograder.learn import hint, kept
from autograder.learn.course import exercises
from autograder.learn.hinting import hints_of

ALL = [(exercise, text) for exercise in exercises() for text in hints_of(exercise)]


def test_the_course_at_a_glance_is_the_course():
    assert exercises() == ids()


@pytest.mark.parametrize("exercise", exercises())
def test_every_exercise_has_a_few_hints_that_grow_longer_than_a_nudge(exercise):
    hints = hints_of(exercise)
    assert 3 <= len(hints) <= 5 and len(set(hints)) == len(hints)


@pytest.mark.parametrize(("exercise", "text"), ALL)
def test_no_hint_holds_a_line_of_code(exercise, text):
    for piece in text.split("`")[1::2]:
        try:
            [statement] = ast.parse(piece).body
        except SyntaxError:
            continue  # an operator or half a line, such as `+=`
        assert isinstance(statement, (ast.Expr, ast.Try)) or piece == "weights_only=True", piece
        telling = ast.BinOp, ast.Lambda, ast.GeneratorExp, ast.ListComp
        assert not any(isinstance(node, telling) for node in ast.walk(statement)), piece


def test_each_call_gives_the_next_hint_and_the_last_stays(capsys):
    total = len(hints_of("02.train"))
    for _ in range(total + 1):
        hint("02.train")
    shown = capsys.readouterr().out
    assert [shown.count(text) for text in hints_of("02.train")] == [1] * (total - 1) + [2]
    assert shown.count('solution("02.train")') == 2
    assert kept.each("exercises")("02.train") == {"hints": total}


def test_an_unknown_exercise_is_named_with_those_that_there_are():
    with pytest.raises(ValueError, match="There are: 05.train, 05.bugs"):
        hint("05.tarin")

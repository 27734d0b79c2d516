"""`solution`: the worked code, after a try."""

import inspect

import pytest

from autograder.exercises import get
from autograder.learn import kept, solution
from autograder.learn.course import exercises, source_of
from autograder.learn.solving import worked


def test_before_the_first_check_it_asks_to_try_first(capsys):
    assert solution("02.train") is None
    assert "Try it first" in capsys.readouterr().out


def test_after_a_check_it_shows_the_code_and_gives_a_function_that_works(capsys):
    kept.change("exercises", "02.updates_per_epoch", checks=1)
    updates_per_epoch = solution("02.updates_per_epoch")
    shown = capsys.readouterr().out
    assert updates_per_epoch(1007, 64) == 16
    assert "def updates_per_epoch" in shown and "SOLUTION" not in shown and "prove" not in shown
    assert kept.each("exercises")("02.updates_per_epoch")["solution"] is True


def test_the_source_of_what_it_gives_can_be_looked_at():
    kept.change("exercises", "02.train", checks=1)
    assert "for epoch in range(epochs)" in inspect.getsource(solution("02.train"))


def test_where_the_solutions_are_not_at_hand_it_says_so(monkeypatch, capsys):
    kept.change("exercises", "02.train", checks=1)
    monkeypatch.setattr("autograder.learn.solving.source_of", lambda exercise_id: None)
    assert solution("02.train") is None
    assert "not here" in capsys.readouterr().out


@pytest.mark.parametrize("exercise", exercises())
def test_the_worked_code_of_every_exercise_is_found_and_runs(exercise):
    code, objects = worked(exercise, source_of(exercise))
    assert code and len(objects) == len(get(exercise).names)
    assert [line for line in code.splitlines() if len(line) > 91] == []  # what a window of 1280 pixels shows unbroken

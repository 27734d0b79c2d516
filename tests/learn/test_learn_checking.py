"""`check` and `prove`: what a learner meets when a function is right, wrong, or not yet written."""

import time

import pytest

from autograder.exercises import channel, get, ids, observe_all
from autograder.learn import CheckFailed, NotAttempted, check, kept, prove


def right(n, batch_size):
    return -(-n // batch_size)


def rounds_down(n, batch_size):
    return n // batch_size


def stub(n, batch_size):
    raise NotImplementedError("Replace this line with your own code.")


def breaks(n, batch_size):
    return n / 0


def test_a_right_function_passes_and_the_verdict_comes_back(capsys):
    verdict = check("02.updates_per_epoch", right)
    assert verdict.passed
    assert "02.updates_per_epoch: all 3 hold" in capsys.readouterr().out
    assert kept.each("exercises")("02.updates_per_epoch") == {"checks": 1, "passed": True, "best": 1.0, "attempted": True}


def test_a_wrong_function_shows_what_holds_and_raises_the_first_finding(capsys):
    with pytest.raises(CheckFailed) as caught:
        check("02.updates_per_epoch", rounds_down)
    shown = capsys.readouterr().out
    assert "holds    " in shown and "not yet  " in shown and 'hint("02.updates_per_epoch")' in shown
    assert str(caught.value) in shown
    assert not isinstance(caught.value, NotAttempted)
    assert kept.each("exercises")("02.updates_per_epoch")["passed"] is False


def test_names_stand_as_they_are_spelt_even_where_a_sentence_begins(capsys):
    check("01.gradients", lambda x, y, y_hat: (((y_hat - y) * 2 * x).mean(), ((y_hat - y) * 2).mean()))
    assert "  holds    `dw` is the derivative of the mean squared error by `w`.\n" in capsys.readouterr().out


@pytest.mark.parametrize("exercise", ids())
def test_whatever_an_exercise_asks_is_a_whole_sentence(exercise):
    asked = get(exercise).properties.values()
    assert [text for text in asked if not (text[0].isupper() or text[0] == "`") or not text.endswith(".")] == []


def test_a_stub_is_not_attempted_and_not_wrong(capsys):
    with pytest.raises(NotAttempted):
        check("02.updates_per_epoch", stub)
    shown = capsys.readouterr().out
    assert "not attempted yet" in shown and "not yet  " not in shown
    assert kept.each("exercises")("02.updates_per_epoch")["attempted"] is False


def test_what_was_passed_once_stays_passed():
    check("02.updates_per_epoch", right)
    with pytest.raises(CheckFailed):
        check("02.updates_per_epoch", rounds_down)
    assert kept.each("exercises")("02.updates_per_epoch") == {"checks": 2, "passed": True, "best": 1.0, "attempted": True}


def test_an_exception_is_told_with_the_learners_own_line(capsys):
    with pytest.raises(CheckFailed):
        check("02.updates_per_epoch", breaks)
    shown = capsys.readouterr().out
    assert "ZeroDivisionError" in shown and "return n / 0" in shown and "observe" not in shown


def test_a_check_for_practice_keeps_nothing_and_stops_nothing():
    assert check("02.updates_per_epoch", rounds_down, practice=True).passed is False
    assert kept.read()["exercises"] == {}


def test_a_stop_shows_one_line_and_no_traceback():
    assert CheckFailed("Too few.")._render_traceback_() == ["CheckFailed: Too few."]
    assert CheckFailed("Too few.", "See above.")._render_traceback_() == ["See above."]


def test_a_wrong_call_says_how_it_is_written():
    with pytest.raises(ValueError, match=r'no exercise "02.trian". There are: 02.updates_per_epoch, .*02.train'):
        check("02.trian", right)
    with pytest.raises(TypeError, match=r'write check\("02.train", train\)'):
        check("02.train")


def test_a_check_answers_at_once_after_the_first():
    check("02.updates_per_epoch", right)
    begun = time.perf_counter()
    check("02.updates_per_epoch", right)
    assert time.perf_counter() - begun < 0.3


def test_prove_is_quiet_about_the_property_that_holds_and_raises_for_the_other(capsys):
    prove("02.updates_per_epoch", rounds_down, "even", seed=5)
    assert capsys.readouterr().out == ""
    with pytest.raises(CheckFailed):
        prove("02.updates_per_epoch", rounds_down, "smaller_last", seed=5)
    with pytest.raises(CheckFailed):
        prove("02.updates_per_epoch", rounds_down, seed=5)
    with pytest.raises(NotAttempted):
        prove("02.updates_per_epoch", stub, "even", seed=5)


def test_prove_refuses_a_property_that_there_is_not():
    with pytest.raises(ValueError, match="no property 'evne': there are even, "):
        prove("02.updates_per_epoch", right, "evne", seed=5)
    with pytest.raises(TypeError, match="first what the learner made"):
        prove("02.updates_per_epoch", seed=5)


def test_where_marks_are_decided_elsewhere_prove_sends_what_happened_and_never_judges(monkeypatch):
    sent = []
    monkeypatch.setattr(channel, "submit", lambda *all_of_it: sent.append(all_of_it))
    monkeypatch.setattr(channel, "observe", lambda exercise_id, objects: observe_all(exercise_id, objects, 99))
    prove("02.updates_per_epoch", rounds_down, "smaller_last", seed=5)
    [(exercise_id, properties, observed)] = sent
    assert (exercise_id, properties, observed["seed"]) == ("02.updates_per_epoch", ("smaller_last",), 99)
    assert all(one["status"] == "returned" for one in observed["observations"])

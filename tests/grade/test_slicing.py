"""Which cells can be left out: only demonstrations of the release that no mark hangs on."""

import pytest

from autograder.grade.slicing import needed

IMPORTS = "import numpy as np\nfrom autograder.learn import check"
HELPER = "def scaled(x):\n    return x * factor"
FACTOR = "factor = 3"
SHOW = "history = [scaled(number) for number in range(3)]\nprint(history)"
SOLUTION = "def train(x):\n    return np.mean(scaled(x))"
TEST = "x = np.ones(3)\nassert train(x) == 3"
RELEASE = [IMPORTS, FACTOR, HELPER, SHOW, SOLUTION, "check('02.train', train)", TEST]
GRADED = [False, False, False, False, True, False, True]


def test_what_a_graded_cell_builds_on_runs_and_demonstrations_do_not():
    assert needed(RELEASE, GRADED, set(RELEASE)) == [True, True, True, False, True, False, True]


@pytest.mark.parametrize("changed", [SHOW + "\nprint('mine')", "factor = 4"])
def test_a_cell_of_the_learners_own_runs(changed):
    sources = [*RELEASE[:3], changed, *RELEASE[4:]]
    assert needed(sources, GRADED, set(RELEASE))[3]


@pytest.mark.parametrize(
    ("touching", "runs"),
    [("np.random.seed(0)", True), ("np.pi = 3", True), ("factor += 1", True), ("history.append(1)", False), ("x = 7", False)],
)
def test_a_demonstration_that_touches_what_others_read_runs(touching, runs):
    sources = [*RELEASE[:4], touching, *RELEASE[4:]]
    assert needed(sources, [*GRADED[:4], False, *GRADED[4:]], set(sources))[4] is runs


@pytest.mark.parametrize(
    ("demonstration", "runs"),
    [("row = 2", False), ("found = [row for row in 'ab']", False), ("rows = [3]", True), ("start = 0", True), ("[rows := 1 for row in 'a']", True)],
)
def test_what_a_test_binds_in_its_own_loops_is_not_read_from_before(demonstration, runs):
    test = "for row in rows:\n    assert train(row)\nassert all(row for row in [start])"
    sources = [*RELEASE[:4], demonstration, *RELEASE[4:6], test]
    assert needed(sources, [*GRADED[:4], False, *GRADED[4:]], set(sources))[4] is runs


@pytest.mark.parametrize("looking", ["globals()['history']", "eval('history')", "%who", "vars()", "import sys; sys.modules", "import __main__", "getattr(builtins, 'eval')"])
def test_a_learner_who_looks_names_up_by_text_has_all_cells_run(looking):
    assert needed([*RELEASE, looking], [*GRADED, False], set(RELEASE)) == [True] * 8


def test_a_models_eval_is_no_look_up():
    source = SOLUTION + "\n\ndef look(model):\n    model.eval()"
    assert needed([*RELEASE[:4], source, *RELEASE[5:]], GRADED, set(RELEASE)) == [True, True, True, False, True, False, True]


def test_a_word_about_looking_up_is_no_look_up():
    source = '"""Evaluates in eval mode, and keeps its settings in globals."""\n# locals() of old\n' + SOLUTION + "\n\ndef layers(model):\n    return list(model.modules())"
    assert needed([*RELEASE[:4], source, *RELEASE[5:]], GRADED, set(RELEASE)) == [True, True, True, False, True, False, True]


def test_what_cannot_be_read_has_all_cells_run():
    assert needed([*RELEASE, "for in range(3)"], [*GRADED, False], set(RELEASE)) == [True] * 8

"""A text with wrong metadata: the error says what, where, and what to do."""

import pytest

from small_course import EXERCISE, TEST, TEXT

WRONG = {
    "two cells with one id": ((EXERCISE, EXERCISE * 2), "(count): the grade_id is that of the cell at line 16 too"),
    "no id": (('"grade_id": "count", ', ""), "no good grade_id: add"),
    "an id with a space": (('"count"', '"a count"'), "no good grade_id: add"),
    "no points": ((', "points": 1', ""), "(count_even): the test cell has no points: add"),
    "zero points": (('"points": 1', '"points": 0'), "has no points"),
    "not locked": (('"locked": true, ', ""), '"locked": true'),
    "a word that nbgrader does not know": (('"points": 1', '"points": 1, "mark": 2'), 'nbgrader knows no "mark"'),
    "an old schema": (('"points": 1', '"points": 1, "schema_version": 2'), "schema_version is not 3"),
    "a test without prove": (('prove("02.updates_per_epoch", updates_per_epoch, "even", seed=52001)', "pass"), "proves nothing: put prove("),
    "prove not imported": (("from autograder.learn import prove\n", ""), "prove is not imported in the test cell itself"),
    "a property that there is not": (('"even"', '"evne"'), "02.updates_per_epoch has no property 'evne': there are even, "),
    "an exercise that there is not": (('prove("02.updates', 'prove("02.update'), "no exercise '02.update_per_epoch'"),
    "too many objects": (("updates_per_epoch, \"even\"", "check, updates_per_epoch, \"even\""), "give prove just that"),
    "a computed property": (('"even", seed', '"ev" + "en", seed'), "must be plain strings"),
    "no seed": ((', seed=52001', ""), "needs seed="),
    "a solution for all to see": ((', "solution": true', ""), "learners get to see it"),
    "a solution not begun": (("    ### BEGIN SOLUTION\n", ""), "do not come in pairs"),
    "no stub": (("    ### BEGIN SOLUTION\n    return -(-n // batch_size)\n    ### END SOLUTION\n", "    return 1\n"), "has no ### BEGIN SOLUTION"),
    "hidden tests in a cell that is no test": (('"grade": true, "grade_id": "count_even"', '"grade_id": "count_even"'), "hidden tests stand in a cell that is no test cell"),
    "hidden tests not ended": (("### END HIDDEN TESTS\n", ""), "do not come in pairs"),
    "hidden tests misspelt": (("### BEGIN HIDDEN TESTS", "#BEGIN HIDDEN TESTS"), "misspelt"),
    "a test that is no Python": (("prove(\"02", "prove((\"02"), "is no Python"),
}


@pytest.mark.parametrize("what", WRONG)
def test_it_is_said_where_it_stands(course, capsys, what):
    (old, new), message = WRONG[what]
    assert old in TEXT
    course.write(TEXT.replace(old, new))
    assert course.build("--no-execute") == 1
    said = capsys.readouterr().out
    assert message in said
    assert "solutions/01_count.py:" in said
    assert course.files() == {}


def test_the_line_is_that_of_the_cell(course, capsys):
    course.write(TEXT.replace('"points": 1', '"points": 0'))
    course.build("--no-execute")
    line = TEXT[: TEXT.index(TEST)].count("\n") + 1
    assert f"solutions/01_count.py:{line} (count_even)" in capsys.readouterr().out


def test_everything_wrong_is_said_at_once(course, capsys):
    course.write(TEXT.replace(', "points": 1', "").replace('"grade_id": "count", ', ""))
    course.build("--no-execute")
    said = capsys.readouterr().out
    assert "has no points" in said and "no good grade_id" in said

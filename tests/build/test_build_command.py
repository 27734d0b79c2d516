"""`autograder build` and `--check`, as an author uses them."""

import time

import pytest

from small_course import NAME, TEXT


def test_a_second_build_gives_the_same_bytes(course, capsys):
    assert course.build() == 0
    first = course.files()
    for path in (course.solution, course.release):
        path.unlink()
    assert course.build() == 0
    assert course.files() == first
    assert set(first) == {f"solutions/{NAME}/{NAME}.ipynb", f"notebooks/{NAME}/{NAME}.ipynb"}
    assert course.build("--check") == 0
    assert f"same   {NAME}" in capsys.readouterr().out


@pytest.mark.parametrize("execute", [[], ["--no-execute"]])
def test_check_names_the_cells_that_differ_and_changes_nothing(course, capsys, execute):
    course.build()
    course.write(TEXT.replace("return -(-n", "return  -(-n"))
    before = course.files()
    capsys.readouterr()
    assert course.build("--check", *execute) == 1
    said = capsys.readouterr().out
    assert f"solutions/{NAME}/{NAME}.ipynb: cell 3 (count): its lines differ" in said
    assert f"notebooks/{NAME}" not in said  # the learner's notebook is the same: only the solution changed
    assert course.files() == before


def test_check_notices_an_output_that_was_changed_by_hand(course):
    course.build()
    course.solution.write_text(course.solution.read_text().replace('"counted\\n"', '"recounted\\n"'))
    assert course.build("--check") == 1
    assert course.build() == 0
    assert course.build("--check") == 0


def test_check_notices_a_missing_and_a_broken_notebook(course, capsys):
    assert course.build("--check", "--no-execute") == 1
    course.build()
    course.release.write_text("{")
    assert course.build("--check", "--no-execute") == 1
    said = capsys.readouterr().out
    assert "it is missing: run autograder build" in said and "it is no notebook" in said


def test_a_file_that_no_text_makes_is_a_stray(course, capsys):
    course.build("--no-execute")
    (course.release.parent / "answers.txt").write_text("x")
    assert course.build("--check", "--no-execute") == 1
    assert f"stray  notebooks/{NAME}/answers.txt" in capsys.readouterr().out


def test_without_executing_it_is_quick_and_unchanged_cells_keep_their_outputs(course):
    course.build()
    whole = course.solution.read_bytes()
    begun = time.monotonic()
    course.build(NAME, "--no-execute")
    assert time.monotonic() - begun < 5
    assert course.solution.read_bytes() == whole
    course.write(TEXT.replace('print("counted")', 'print("again")'))
    course.build("--no-execute")
    assert "counted" not in course.solution.read_text()


@pytest.mark.parametrize("word", ["01", NAME, f"solutions/{NAME}.py", f"notebooks/{NAME}/{NAME}.ipynb"])
def test_a_notebook_is_named_by_number_name_or_path(course, word):
    assert course.build(word, "--no-execute") == 0
    assert course.release.is_file()


def test_an_unknown_notebook_is_answered_with_those_that_there_are(course, capsys):
    assert course.build("09") == 1
    assert f"no notebook '09' in solutions/: there are {NAME}" in capsys.readouterr().err


def test_a_cell_that_fails_is_shown_and_nothing_is_written(course, capsys):
    course.write(TEXT.replace('print("counted")', "1 / 0"))
    assert course.build() == 1
    said = capsys.readouterr().out
    assert "ZeroDivisionError" in said and "does not run to its end" in said and "\x1b" not in said
    assert course.files() == {}

"""The executor as a drop-in: three lines of configuration, and stock nbgrader's marks, on its own courses."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader
import pytest
from nbgrader.api import Gradebook
from tests.report.nbgrader_suite import run_suite

from autograder.cli import main
from autograder.grade.demo import api

PACKAGE = Path(nbgrader.__file__).parent
DOCS = PACKAGE / "docs" / "source" / "user_guide"
FILES = PACKAGE / "tests" / "apps" / "files"
STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'theirs'\nc.Execute.timeout = 30\n"
OURS = STOCK + "from autograder.grade import use_sandbox\nuse_sandbox(c)\n"
ASSIGNMENTS = {
    "unchanged": ("submitted-unchanged", ("submitted-unchanged", "submitted-changed", "submitted-grade-cell-changed", "submitted-locked-cell-changed", "submitted-cheat-attempt", "submitted-cheat-attempt-alternative")),
    "autotest": ("autotest-simple", ("autotest-simple-changed", "autotest-simple-unchanged")),
    "hidden": ("test-hidden-tests", ("test-hidden-tests",)),
    "variable": ("validating-environment-variable", ("validating-environment-variable",)),
}
"""Assignment -> the source, and the submissions, among the notebooks of nbgrader's own test suite."""

pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("theirs")]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """nbgrader's documentation course, and its test suite's notebooks as four assignments more, all handed in."""
    root = tmp_path_factory.mktemp("theirs") / "course"
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])  # where nbgrader finds alembic
    for folder in ("source/ps1", "submitted/bitdiddle/ps1", "submitted/hacker/ps1"):
        shutil.copytree(DOCS / folder, root / folder)
    for name, (source, submitted) in ASSIGNMENTS.items():
        copy(FILES / f"{source}.ipynb", root / "source" / name / "p1.ipynb")
        for one in submitted:
            copy(FILES / f"{one}.ipynb", root / "submitted" / one / name / "p1.ipynb")
    shutil.copy(FILES / "autotests.yml", root)
    (root / "nbgrader_config.py").write_text(STOCK)
    for name in ("ps1", *ASSIGNMENTS):
        made = api(root).generate_assignment(name, force=True)
        assert made["success"], made
    return root


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def graded(course: Path, kind: str, config: str, assignments: tuple[str, ...]) -> Path:
    """A copy of the course, graded by `nbgrader autograde` with this configuration."""
    root = course.with_name(kind)
    shutil.copytree(course, root)
    (root / "nbgrader_config.py").write_text(config)
    for name in assignments:
        command = [sys.executable, "-W", "ignore", "-m", "nbgrader", "autograde", name]
        subprocess.run(command, cwd=root, env=os.environ | {"OMP_NUM_THREADS": "1"}, capture_output=True, timeout=600)
    return root


def marks(root: Path) -> dict[tuple, tuple]:
    """(assignment, notebook, student, cell) -> (automatic mark, maximum, whether a person must look)."""
    with Gradebook(f"sqlite:///{root}/gradebook.db", "theirs") as book:
        return {
            (assignment.name, notebook.name, entry.student.id, grade.name): (grade.auto_score, grade.max_score, bool(grade.needs_manual_grade))
            for assignment in book.assignments
            for entry in assignment.submissions
            for notebook in entry.notebooks
            for grade in notebook.grades
        }


@pytest.fixture(scope="module")
def stock(course) -> dict:
    return marks(graded(course, "stock", STOCK, ("ps1", *ASSIGNMENTS)))


def test_the_courses_have_marks_of_every_kind(stock):
    kinds = {(auto is None, manual) for auto, _, manual in stock.values()}
    assert len(stock) > 40 and kinds >= {(False, False), (True, True)}


def test_nbgraders_autograde_gives_stocks_marks_with_the_executor(course, stock):
    found = marks(graded(course, "ours", OURS, ("ps1", "hidden")))
    assert found == {key: mark for key, mark in stock.items() if key[0] in ("ps1", "hidden")}


def test_autograder_grade_gives_stocks_marks(course, stock):
    root = course.with_name("grade")
    shutil.copytree(course, root)
    (root / "nbgrader_config.py").write_text(OURS)
    assert main(["grade", "--course-dir", str(root)]) == 0
    assert marks(root) == stock
    assert (root / "report" / "report.html").is_file()


def test_a_quick_part_of_nbgraders_own_autograde_tests_passes_with_the_executor():
    """The whole: `python tests/report/nbgrader_suite.py`."""
    done = run_suite("-k", "test_showtraceback_exploit or test_grade_missing_notebook or test_handle_failure_single_notebook")
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout[-3000:]

"""Exports for Canvas and Moodle: the columns that their importers read, and no number where none was given."""

import csv
import os
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from autograder.report.canvas import CanvasExport
from autograder.report.moodle import MoodleExport

CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'c'\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Two assignments; ada has all, ben is late and then waits for a person, cem handed in nothing."""
    root = tmp_path_factory.mktemp("export")
    (root / "nbgrader_config.py").write_text(CONFIG)
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    with Gradebook(f"sqlite:///{root}/gradebook.db", "c") as book:
        for name in ("one", "two"):
            book.add_assignment(name)
            book.add_notebook("nb", name)
            book.add_grade_cell("test", "nb", name, max_score=10, cell_type="code")
        book.add_student("ada", first_name="Ada", last_name="Lovelace", email="ada@x.org", lms_user_id="4711")
        book.add_student("ben", first_name="Ben", lms_user_id="s-12")
        book.add_student("cem")
        for assignment, student, points, penalty, manual in (("one", "ada", 7.125, 0, False), ("two", "ada", 10, 0, False), ("one", "ben", 3, 4, False), ("two", "ben", 0, 0, True)):
            entry = book.add_submission(assignment, student)
            entry.notebooks[0].late_submission_penalty = penalty
            grade = book.find_grade("test", "nb", assignment, student)
            grade.auto_score, grade.needs_manual_grade = (None if manual else points), manual
        book.db.commit()
    return root


def export_here(course, plugin):
    """The plugin's own part, without the command line."""
    with Gradebook(f"sqlite:///{course}/gradebook.db", "c") as book:
        plugin.export(book)
    return rows(plugin.to)


def export(course, *words):
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    done = subprocess.run([sys.executable, "-m", "nbgrader", "export", *words], cwd=course, env=os.environ | {"PATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_canvas_reads_its_own_columns(course):
    said = export(course, "--exporter=autograder.report.canvas.CanvasExport", "--to", "canvas.csv")
    assert rows(course / "canvas.csv") == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "one", "two"],
        ["    Points Possible", "", "", "", "", "10", "10"],
        ["Lovelace, Ada", "4711", "", "ada", "", "7.125", "10"],
        ["Ben", "", "s-12", "ben", "", "0", ""],
        ["cem", "", "", "cem", "", "", ""],
    ]
    assert "two: no points for ben" in said


def test_moodle_reads_its_own_columns(course):
    assert export_here(course, MoodleExport(to=str(course / "moodle.csv"), assignment=["one"])) == [
        ["First name", "Last name", "Username", "ID number", "Email address", "one"],
        ["Ada", "Lovelace", "ada", "4711", "ada@x.org", "7.125"],
        ["Ben", "", "ben", "s-12", "", "0"],
        ["", "", "cem", "", "", "-"],
    ]


def test_a_column_can_carry_canvas_own_number(course):
    plugin = CanvasExport(to=str(course / "titled.csv"), titles={"one": "Problem set 1 (1234)"}, student=["ada"])
    assert [row[5:] for row in export_here(course, plugin)] == [["Problem set 1 (1234)", "two"], ["10", "10"], ["7.125", "10"]]


def test_points_that_are_not_all_given_are_exported_when_asked(course):
    assert export_here(course, MoodleExport(to=str(course / "all.csv"), undecided=True))[2] == ["Ben", "", "ben", "s-12", "", "0", "0"]


def test_a_title_that_canvas_takes_for_a_total_is_refused():
    with pytest.raises(ValueError, match="takes the column 'Final Grade' for a total"):
        CanvasExport(titles={"exam": "Final Grade"})._title("exam")

"""The gradebook stays nbgrader's: what its users expect of manual marks, lateness, and work handed in again."""

import json
from datetime import datetime

import pytest
from nbgrader.api import Gradebook
from tests.grade.conftest import CONFIG, FULL, RIGHT, WRONG, Course
from tests.report import postgres

LATE = """
from nbgrader.plugins import LateSubmissionPlugin
class OnePointAnHour(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late // 3600
c.AssignLatePenalties.plugin_class = OnePointAnHour
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return Course(tmp_path_factory.mktemp("book"), CONFIG + LATE)


def book(course):
    return Gradebook(f"sqlite:///{course.root}/gradebook.db")


def record(course, student):
    return json.loads((course.root / ".autograder" / "records" / "small" / student / "small.json").read_text())


def history(course, student):
    path = course.root / ".autograder" / "records" / "small" / student / "small.history.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_late_submission_loses_what_the_courses_own_rule_takes(course):
    course.submit_code("ada", RIGHT).with_name("timestamp.txt").write_text("2026-01-01 12:00:00 UTC")
    course.submit_code("ben", RIGHT).with_name("timestamp.txt").write_text("2026-01-01 08:00:00 UTC")
    with book(course) as open_book:
        open_book.update_or_create_assignment("small", duedate=datetime(2026, 1, 1, 10))
    assert course.grade()[0] == 0
    with book(course) as open_book:
        entries = [open_book.find_submission("small", student) for student in ("ada", "ben")]
        assert [(entry.score, entry.late_submission_penalty) for entry in entries] == [(6, 2), (6, 0)]
    rows = (course.root / "report" / "report.csv").read_text().splitlines()
    assert [row.split(",")[8] for row in rows if row.startswith(("ada", "ben"))] == ["4", "6"]


def test_a_manual_mark_survives_a_regrade_and_work_handed_in_again_asks_for_a_second_look(course):
    course.submit_code("wim", WRONG)
    course.grade()
    with book(course) as open_book:
        grade = open_book.find_grade("test_updates", "small", "small", "wim")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        open_book.find_comment("train", "small", "small", "wim").manual_comment = "Nearly."
        open_book.db.commit()
    course.grade("--regrade")
    course.submit_code("wim", RIGHT)
    assert "1 graded" in course.grade()[1]
    with book(course) as open_book:
        grade = open_book.find_grade("test_updates", "small", "small", "wim")
        assert (grade.manual_score, grade.auto_score, grade.score) == (1.5, 2, 1.5)
        assert open_book.find_comment("train", "small", "small", "wim").comment == "Nearly."


def test_the_history_has_a_line_for_every_change_and_none_for_a_regrade_of_the_same(course):
    course.submit_code("eve", WRONG)
    course.grade()
    course.grade("--regrade", "--student", "eve")
    course.submit_code("eve", RIGHT)
    course.grade()
    causes = [line["causes"] for line in history(course, "eve")]
    assert causes == [{"02.train": "one-batch-per-epoch"}, {"02.train": ""}]
    assert len({line["submission"] for line in history(course, "eve")}) == 2


def test_every_mark_can_be_traced_and_verified(course):
    course.submit_code("zoe", RIGHT)
    course.grade()
    kept = record(course, "zoe")
    assert {"submission", "tests", "seed", "environment", "time", "marks"} <= kept.keys()
    status, said = course.grade("--verify", "--student", "zoe")
    assert status == 0 and "1 notebooks unchanged since last time got the same marks to the last point" in said
    kept["seed"] = "another"
    path = course.root / ".autograder" / "records" / "small" / "zoe" / "small.json"
    path.write_text(json.dumps(kept))
    assert course.grade("--verify", "--student", "zoe")[0] == 0, "right work is right on any cases"


@pytest.mark.skipif(postgres.programs() is None, reason="PostgreSQL is not installed (Debian: apt install postgresql)")
def test_a_gradebook_in_postgresql_holds_the_same(tmp_path):
    with postgres.server() as db_url:
        course = Course(tmp_path / "course", CONFIG + f"\nc.CourseDirectory.db_url = {db_url!r}\n")
        course.submit_code("ada", RIGHT)
        course.submit_code("wim", WRONG)
        course.submit("broken", b"{")
        status, said = course.grade()
        assert (status, "2 graded" in said, "1 ungradable" in said) == (1, True, True), said
        with Gradebook(db_url, "small") as open_book:
            grades = {student: open_book.find_submission_notebook("small", "small", student).grades for student in ("ada", "wim", "broken")}
            marks = {student: {grade.name: grade.auto_score for grade in found} for student, found in grades.items()}
            open_book.db.rollback()
        assert marks["ada"] == FULL and marks["wim"]["test_updates"] == 0 and marks["broken"] == dict.fromkeys(FULL)
        assert course.grade("--regrade", "--student", "wim")[0] == 0
        assert "Ungradable" in (course.root / "report" / "report.html").read_text()
        course.nbgrader("export", "--exporter=autograder.report.moodle.MoodleExport", "--to", "moodle.csv")
        assert (course.root / "moodle.csv").read_text().splitlines()[1:] == [",,ada,,,6", ",,broken,,,-", ",,wim,,,4"]

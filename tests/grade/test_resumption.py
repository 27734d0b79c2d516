"""What is left after a stop, and what a second run makes of it."""

import json
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.grade.conftest import FULL, RIGHT, ROOT, WRONG, cell


def start(course, *words):
    command = [sys.executable, "-c", "import sys; from autograder.cli import main; sys.exit(main())", "grade", "--course-dir", str(course.root), *words]
    said = (course.root / "said.txt").open("w")
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=said, stderr=said, start_new_session=True)


def record(course, student):
    return json.loads((course.root / ".autograder" / "records" / course.assignment / student / f"{course.notebook}.json").read_text())


def test_a_second_run_leaves_what_is_graded(course):
    course.submit_code("ada", RIGHT)
    assert "1 graded" in course.grade()[1]
    assert "1 unchanged" in course.grade()[1]


def test_a_regrade_of_unchanged_work_uses_its_seed_and_gives_the_same_marks(course):
    course.submit_code("ada", RIGHT)
    course.submit_code("wim", WRONG)
    course.grade()
    seeds = [record(course, student)["seed"] for student in ("ada", "wim")]
    marks = [course.marks(student) for student in ("ada", "wim")]
    status, said = course.grade("--regrade")
    assert (status, "2 notebooks unchanged since last time got the same marks" in said) == (0, True)
    assert [record(course, student)["seed"] for student in ("ada", "wim")] == seeds
    assert [course.marks(student) for student in ("ada", "wim")] == marks


def test_changed_work_is_graded_again_with_a_new_seed(course):
    course.submit_code("ada", WRONG)
    course.grade()
    before = record(course, "ada")
    course.submit_code("ada", RIGHT)
    assert "1 graded" in course.grade()[1]
    assert course.marks("ada") == FULL
    after = record(course, "ada")
    assert after["seed"] != before["seed"] and after["submission"] != before["submission"]
    assert set(after["environment"]) >= {"python", "torch", "numpy", "isolation"}


def test_manual_marks_are_never_overwritten(course):
    from nbgrader.api import Gradebook

    course.submit_code("wim", WRONG)
    course.grade()
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        book.find_grade("test_updates", "small", "small", "wim").manual_score = 1.5
        book.db.commit()
    course.grade("--regrade")
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        assert book.find_grade("test_updates", "small", "small", "wim").manual_score == 1.5


def test_verify_finds_a_record_that_was_tampered_with_and_writes_nothing(course):
    course.submit_code("wim", WRONG)
    course.grade()
    assert course.grade("--verify")[0] == 0
    path = course.root / ".autograder" / "records" / "small" / "wim" / "small.json"
    kept = json.loads(path.read_text())
    kept["marks"]["test_updates"] = [2.0, 2.0]
    path.write_text(json.dumps(kept))
    before = (course.root / "gradebook.db").read_bytes()
    status, said = course.grade("--verify")
    assert (status, "test_updates: [2.0, 2.0] before, [0" in said) == (1, True), said
    assert (course.root / "gradebook.db").read_bytes() == before


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_stop_at_any_moment_loses_nothing(number, course):
    """Stopped after the first marks are there, the run goes on where it was, and nothing is left half."""
    students = [f"s{index}" for index in range(6)]
    for index, student in enumerate(students):
        course.submit_code(student, RIGHT if index % 2 else WRONG)
    process = start(course, "--jobs", "1")
    autograded = course.root / "autograded"
    until = time.monotonic() + 120
    while not (autograded.is_dir() and list(autograded.iterdir())) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    children = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, number)
    process.wait(60)
    said = (course.root / "said.txt").read_text()
    _, left = psutil.wait_procs(children, timeout=20)
    assert not left, "the grader left processes behind"
    done = [student for student in students if (autograded / student).is_dir()]
    assert done, said
    if number == signal.SIGINT and process.returncode != 0:
        assert process.returncode == 130 and "run it again to go on" in said
    for student in done:
        assert course.marks(student)["test_plain"] == 1
        assert course.graded(student)
    status, said = course.grade()
    assert status == 0 and f"{len(students) - len(done)} graded" in said, said
    assert [course.marks(student)["test_updates"] for student in students] == [0, 2, 0, 2, 0, 2]
    unfinished = course.root / ".autograder" / "unfinished"
    assert not unfinished.exists() or not list(unfinished.iterdir())


def test_one_line_for_each_problem_and_an_exit_status(course):
    course.submit("broken", b"{")
    course.submit_code("ada", RIGHT)
    status, said = course.grade()
    assert status == 1
    assert [line for line in said.splitlines() if "broken" in line] == ["small broken: ungradable: small.ipynb is no notebook: " + said.split("is no notebook: ")[1].splitlines()[0]]
    assert "1 graded" in said and "1 ungradable" in said


def test_an_unknown_assignment_is_said(course, capsys):
    status, _ = course.grade("nonsense")
    assert status == 1


def test_no_bubblewrap_no_grading_unless_told(course, monkeypatch):
    """Without bubblewrap `grade` stops and says what to do; it never falls back by itself."""
    from autograder.grade import shared

    course.submit_code("ada", RIGHT)
    shared.close()
    folder = course.root / "bin"
    folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(folder))
        status, said = course.grade()
        assert (status, "bubblewrap is not installed" in said, "--isolation process" in said) == (1, True, True), said
        assert not (course.root / "autograded").exists()
    status, said = course.grade("--isolation", "process")
    assert course.marks("ada") == FULL, said


def test_nbgraders_autograde_uses_the_sandbox_and_keeps_the_record(course):
    course.submit_code("wim", WRONG)
    course.nbgrader("autograde", "small")
    marks = course.marks("wim")
    assert marks["test_updates"] == 0 and cell(course.graded("wim"), "test_updates").metadata.autograder.passed is False
    seed = record(course, "wim")["seed"]
    course.nbgrader("autograde", "small", "--force")
    assert (course.marks("wim"), record(course, "wim")["seed"]) == (marks, seed)

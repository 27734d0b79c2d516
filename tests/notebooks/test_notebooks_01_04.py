"""Notebooks 01 to 04 under stock `nbgrader autograde`: full marks, none, and exactly those of what was done.

Every notebook is executed three times, as three learners hand it in; all tests read from these runs.
"""

import re
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.exercises import get
from tests.bank.load import submissions

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ("01_one_update", "02_batches_and_epochs", "03_what_carries_over", "04_why_gradients_accumulate")
SECONDS, MEGABYTES = 60, 1000

HALF = {
    "01_one_update": ("forward", "gradients"),
    "02_batches_and_epochs": ("updates_per_epoch", "batches"),
    "03_what_carries_over": ("train_with_ledger",),
    "04_why_gradients_accumulate": ("value",),
}
"""The exercise cells that the learner in between has done."""

PILING_UP = '''
def train(x, y, w, b, *, epochs, batch_size, lr):
    losses, dw, db = [], 0.0, 0.0
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            error = w * x_batch + b - y_batch
            losses.append((error**2).mean())
            dw += 2 * (error * x_batch).mean()
            db += 2 * error.mean()
            w, b = w - lr * dw, b - lr * db
    return w, b, losses
'''
"""Counts right, and never starts a gradient afresh."""

MEMORY = "import resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'MB')"


def solution(name):
    return nbformat.read(ROOT / "solutions" / name / f"{name}.ipynb", as_version=4)


def release(name):
    return nbformat.read(ROOT / "notebooks" / name / f"{name}.ipynb", as_version=4)


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def measured(name):
    notebook = solution(name)
    notebook.cells.append(nbformat.v4.new_code_cell(MEMORY, id="measured"))
    return notebook


def half_done(name):
    done = {grade_id(cell): cell.source for cell in solution(name).cells if grade_id(cell) in HALF[name]}
    assert set(done) == set(HALF[name])
    if name.startswith("02"):
        done["train"] = PILING_UP
    notebook = release(name)
    for cell in notebook.cells:
        cell.source = done.get(grade_id(cell), cell.source)
    return notebook


LEARNERS = {"solution": measured, "untouched": release, "halfway": half_done}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of its own, without this repository's nbgrader settings: (api, folder)."""
    folder = tmp_path_factory.mktemp("course")
    config = Config()
    config.CourseDirectory.root = str(folder)
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    for name in NOTEBOOKS:
        _write(folder / "source" / name / f"{name}.ipynb", solution(name))
        assert api.generate_assignment(name)["success"]
        for learner, make in LEARNERS.items():
            _write(folder / "submitted" / learner / name / f"{name}.ipynb", make(name))
    return api, folder


def _write(path, notebook):
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def graded(course):
    """(learner, name) -> (points of each test cell, the executed notebook); each run once, on first use."""
    api, folder = course
    kept = {}

    def run(learner, name):
        if (learner, name) not in kept:
            outcome = api.autograde(name, learner)
            assert outcome["success"], outcome.get("error") or outcome["log"]
            with api.gradebook as gradebook:
                found = gradebook.find_submission_notebook(name, name, learner)
                points = {grade.name: (grade.score, grade.max_score) for grade in found.grades}
            path = folder / "autograded" / learner / name / f"{name}.ipynb"
            kept[learner, name] = points, nbformat.read(path, as_version=4)
        return kept[learner, name]

    return run


def outputs(notebook, kind):
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs if output.output_type == kind]


def exercise_of(notebook):
    """grade_id of a test cell -> (exercise, properties) that it proves."""
    proofs = {}
    for cell in notebook.cells:
        for exercise, words in re.findall(r'prove\("([\w.]+)",(.*)\)', cell.source):
            proofs[grade_id(cell)] = exercise, re.findall(r'"(\w+)"', words)
    return proofs


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_solution_gets_full_marks_and_says_nothing_on_stderr(graded, name):
    points, notebook = graded("solution", name)
    assert points and all(score == most for score, most in points.values()), points
    assert outputs(notebook, "error") == []
    assert [stream for stream in outputs(notebook, "stream") if stream.name == "stderr"] == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_solution_is_quick_and_small(graded, name):
    _, notebook = graded("solution", name)
    times = [cell.metadata.execution for cell in notebook.cells if cell.cell_type == "code" and "execution" in cell.metadata]
    began, ended = times[0]["iopub.execute_input"], times[-1]["shell.execute_reply"]
    assert (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds() < SECONDS
    said = next(output.text for output in notebook.cells[-1].outputs)
    assert int(said.split()[0]) < MEGABYTES


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_an_untouched_notebook_gets_no_marks(graded, name):
    points, _ = graded("untouched", name)
    assert points and all(score == 0 for score, _ in points.values()), points


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_an_untouched_notebook_stops_kindly_at_its_first_exercise(graded, name):
    _, notebook = graded("untouched", name)
    stopped = next(cell for cell in notebook.cells if any(o.output_type == "error" for o in cell.get("outputs", ())))
    assert stopped.source.startswith("check(")
    assert [output.ename for output in stopped.outputs if output.output_type == "error"] == ["NotAttempted"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_half_the_exercises_get_the_marks_of_that_half(graded, name):
    points, notebook = graded("halfway", name)
    kept_by_piling_up = {"updates_per_epoch", "every_row_once", "losses"}
    for test, (exercise, properties) in exercise_of(solution(name)).items():
        done = exercise.split(".")[1] in HALF[name] or (exercise == "02.train" and set(properties) <= kept_by_piling_up)
        score, most = points[test]
        assert score == (most if done else 0), (test, exercise, properties)
    assert 0 < sum(score for score, _ in points.values()) < sum(most for _, most in points.values())


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_picture_has_words(name):
    shown = [output for output in outputs(solution(name), "display_data") if {"image/png", "image/svg+xml"} & set(output.data)]
    assert shown
    for output in shown:
        alt = output.metadata.get("image/png", {}).get("alt") or output.data.get("text/plain", "")
        assert len(alt) > 60, output.data.keys()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_prediction_is_asked_before_its_outcome(name):
    code = "\n".join(cell.source for cell in solution(name).cells if cell.cell_type == "code")
    asked = {found[1]: found.start() for found in re.finditer(r'predict\(\s*"([\w-]+)"', code)}
    shown = {found[1]: found.start() for found in re.finditer(r'outcome\(\s*"([\w-]+)"', code)}
    assert asked.keys() == shown.keys() and len(asked) >= 4
    assert all(asked[key] < shown[key] for key in asked)


RIGHT = [one for one in submissions() if one.code is None and one.exercise[:2] in ("01", "02", "03", "04")]


@pytest.mark.parametrize("submission", RIGHT, ids=str)
def test_what_a_learner_reads_holds_for_every_right_style(submission):
    names = get(submission.exercise).names
    name = next(one for one in NOTEBOOKS if one.startswith(submission.exercise[:2]))
    proofs = exercise_of(solution(name))
    asked = [cell.source for cell in release(name).cells if proofs.get(grade_id(cell), ("",))[0] == submission.exercise]
    assert asked
    for source in asked:
        exec(source, dict(zip(names, submission.objects(names))))

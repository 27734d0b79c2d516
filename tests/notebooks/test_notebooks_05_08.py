"""Notebooks 05 to 08: what every one of them has, that they ran clean, and that stock nbgrader marks them fairly."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.exercises import get, ids

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("05_zero_grad", "06_accumulate_on_purpose", "07_claims_on_trial", "08_real_digits")
HALF = {"05_zero_grad": "train", "06_accumulate_on_purpose": "train_accumulated", "07_claims_on_trial": "rule_pile", "08_real_digits": "fit"}
"""The one exercise cell that a learner got done who is half way through."""


def executed(name: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / "solutions" / name / f"{name}.ipynb", as_version=4)


def released(name: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / "notebooks" / name / f"{name}.ipynb", as_version=4)


def code_of(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def calls(notebook: nbformat.NotebookNode, function: str) -> list[ast.Call]:
    """Every call of this name, in the order of the notebook."""
    trees = (ast.parse(cell.source) for cell in code_of(notebook))
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function]


def words(call: ast.Call) -> list[str]:
    return [argument.value for argument in call.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]


@pytest.mark.parametrize("name", NAMES)
def test_the_executed_solution_ran_without_error_or_word_on_stderr(name):
    outputs = [output for cell in code_of(executed(name)) for output in cell.outputs]
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output for output in outputs if output.output_type == "stream" and output.name == "stderr"] == []
    assert all(cell.execution_count for cell in code_of(executed(name)) if cell.source.strip())


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_says_in_words_what_it_shows(name):
    pictures = [
        output
        for cell in code_of(executed(name))
        for output in cell.outputs
        if output.output_type == "display_data" and "image/png" in output.data
    ]
    assert all(len(output.metadata["image/png"]["alt"]) > 60 for output in pictures)
    assert pictures


@pytest.mark.parametrize("name", NAMES)
def test_every_outcome_follows_a_prediction_of_its_own(name):
    keys = {function: [words(call)[0] for call in calls(executed(name), function) if words(call)] for function in ("predict", "outcome")}
    assert len(keys["predict"]) == len(set(keys["predict"])) >= 4
    settled = keys["outcome"] or [f"07-claim-{claim:02}" for claim in claims_found(executed(name))]
    assert sorted(settled) == sorted(keys["predict"])


def claims_found(notebook: nbformat.NotebookNode) -> list[int]:
    return [call.args[0].value for call in calls(notebook, "found")]


def test_each_of_the_23_claims_has_its_experiment():
    assert sorted(claims_found(executed("07_claims_on_trial"))) == list(range(1, 24))


@pytest.mark.parametrize("name", NAMES)
def test_the_text_holds_what_every_notebook_holds(name):
    text = "\n".join(cell.source for cell in executed(name).cells if cell.cell_type == "markdown")
    minutes = int(re.search(r"\*\*About (\d+) minutes", text)[1])
    assert minutes <= 45
    for part in ("**Afterwards you can**", "Builds on", "reak it on purpose", "## What you settled", "hint("):
        assert part in text, part
    assert any("from autograder.labs import" in cell.source for cell in code_of(executed(name)))


@pytest.mark.parametrize("name", NAMES)
def test_every_property_of_every_exercise_gives_points_in_a_test_cell_of_its_own(name):
    asked = {}
    for cell in code_of(executed(name)):
        proofs = calls(nbformat.v4.new_notebook(cells=[cell]), "prove")
        assert bool(proofs) == bool(cell.metadata.get("nbgrader", {}).get("grade")), cell.source
        for proof in proofs:
            exercise, *properties = words(proof)
            asked.setdefault(exercise, []).extend(properties)
    exercises = [exercise for exercise in ids() if exercise[:2] == name[:2]]
    assert {exercise: sorted(properties) for exercise, properties in asked.items()} == {
        exercise: sorted(get(exercise).properties) for exercise in exercises
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_learners_notebook_holds_stubs_and_no_answer(name):
    text = nbformat.writes(released(name))
    assert "BEGIN SOLUTION" not in text and "HIDDEN TESTS" not in text and "prove(\\\"" not in text
    stubs = [cell for cell in code_of(released(name)) if cell.metadata.get("nbgrader", {}).get("solution")]
    assert stubs and all("raise NotImplementedError" in cell.source for cell in stubs)


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """An nbgrader course with these four assignments, and three learners who hand in all of them."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "data", folder / "data")
    for name in NAMES:
        shutil.copytree(ROOT / "solutions" / name, folder / "source" / name)
        for learner, notebook in submissions(name).items():
            place = folder / "submitted" / learner / name
            place.mkdir(parents=True)
            nbformat.write(notebook, place / f"{name}.ipynb")
    (folder / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "trial"\n')
    return folder


def submissions(name: str) -> dict[str, nbformat.NotebookNode]:
    """What three learners hand in: only the cells that nbgrader needs, so that marking them is quick."""
    worked = {cell.metadata.nbgrader.grade_id: cell.source for cell in graded(executed(name))}
    done = {"none": (), "half": (HALF[name],), "all": tuple(worked)}
    handed_in = {}
    for learner, mine in done.items():
        notebook = released(name)
        notebook.cells = graded(notebook)
        for cell in notebook.cells:
            if cell.metadata.nbgrader.grade_id in mine and cell.metadata.nbgrader.solution:
                cell.source = worked[cell.metadata.nbgrader.grade_id]
        handed_in[learner] = notebook
    return handed_in


def graded(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """The cells of nbgrader's, and those that define what they use."""
    return [cell for cell in code_of(notebook) if "nbgrader" in cell.metadata]


@pytest.mark.parametrize("name", NAMES)
def test_stock_nbgrader_gives_full_marks_none_and_some(course, name):
    nbgrader(course, "generate_assignment", name, "--force")
    nbgrader(course, "autograde", name)
    marks = dict(read_marks(course, name))
    assert marks["all"] == full_marks(course, name)
    assert marks["none"] == 0
    assert 0 < marks["half"] < marks["all"]


def nbgrader(course: Path, *words: str) -> None:
    ran = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=course, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr[-3000:]


def read_marks(course: Path, name: str) -> list[tuple[str, float]]:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return [(submission.student_id, submission.score) for submission in book.assignment_submissions(name)]


def full_marks(course: Path, name: str) -> float:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return book.find_assignment(name).max_score

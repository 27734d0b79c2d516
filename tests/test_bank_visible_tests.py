"""A right loop passes the tests that a learner sees, whatever its style: these decide marks too."""

from functools import cache
from pathlib import Path

import nbformat
import pytest

from autograder.exercises import get
from autograder.exercises.clean import clean_state
from autograder.grade.plan import find_proofs
from bank.load import submissions

ROOT = Path(__file__).resolve().parents[1]
RIGHT = [one for one in submissions() if one.code is None]


@cache
def visible_tests(notebook: int) -> dict[str, list[tuple[str, str]]]:
    """Exercise -> the (name, released text) of the cells whose points hang on it."""
    (source,), (release,) = (list((ROOT / tree).glob(f"{notebook:02}_*/*.ipynb")) for tree in ("solutions", "notebooks"))
    shown = {cell.metadata.nbgrader.grade_id: cell.source for cell in graded(release)}
    found: dict[str, list[tuple[str, str]]] = {}
    for cell in graded(source):
        for proof in find_proofs(cell.source):
            found.setdefault(proof.exercise, []).append((cell.metadata.nbgrader.grade_id, shown[cell.metadata.nbgrader.grade_id]))
    return found


def graded(path: Path) -> list:
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"]


@pytest.mark.parametrize("submission", RIGHT, ids=str)
def test_the_visible_tests_let_pass(submission, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = get(submission.exercise).names
    tests = visible_tests(int(submission.exercise[:2]))[submission.exercise]
    assert tests
    for name, text in tests:
        space = dict(zip(names, submission.objects(names)))
        with clean_state():
            exec(compile(text, name, "exec"), space)

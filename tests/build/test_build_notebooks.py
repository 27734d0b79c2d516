"""What lies in the two notebooks that are made of a text."""

import json
import re

import nbformat
import pytest

from small_course import NAME


def _cells(path):
    return nbformat.read(path, as_version=4).cells


@pytest.fixture(params=["solution", "release"])
def either(request, built):
    return getattr(built, request.param)


def test_both_are_valid_notebooks_with_ids_of_their_own(either):
    notebook = nbformat.read(either, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert [cell.id for cell in notebook.cells[2:3]] == ["count"]
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_the_solution_keeps_everything_with_outputs_that_need_no_kernel(built):
    cells = _cells(built.solution)
    assert [cell.cell_type for cell in cells] == ["markdown", "code", "code", "code", "code"]
    text = built.solution.read_text()
    assert "### BEGIN HIDDEN TESTS" in text and "### BEGIN SOLUTION" in text
    assert "widget" not in json.dumps([cell.get("outputs") for cell in cells]).replace("application/vnd.jupyter.widget-view+json", "")
    asked, counted = cells[1].outputs
    assert "How many?" in asked.data["text/html"] and set(asked.data) == {"text/html", "text/plain"}
    assert counted.text == "counted\n"


def test_the_learner_gets_a_stub_and_no_solution_no_hidden_test_no_output(built):
    text = built.release.read_text()
    assert not re.search("SOLUTION|HIDDEN|prove|//", "".join(cell.source for cell in _cells(built.release)))
    exercise, _, test = _cells(built.release)[2:]
    assert exercise.source == (
        'def updates_per_epoch(n, batch_size):\n    """How many updates."""\n'
        '    raise NotImplementedError("Replace this line with your own code.")'
    )
    assert test.source == 'assert updates_per_epoch(10, 5) == 2, "two batches of five"'
    assert all(cell.outputs == [] and cell.execution_count is None for cell in _cells(built.release) if cell.cell_type == "code")
    assert "counted\\n" not in text.replace('print(\\"counted\\")', "")


def test_the_stub_is_the_one_that_the_notebook_greets_kindly(built):
    from autograder.learn.stops import STUB

    assert json.dumps(f'raise NotImplementedError("{STUB}")')[1:-1] in built.release.read_text()


def test_tests_are_locked_and_carry_points(built):
    test = _cells(built.release)[-1]
    assert test.metadata.editable is False and test.metadata.deletable is False
    nbgrader = {name: value for name, value in test.metadata.nbgrader.items() if name != "checksum"}
    assert nbgrader == {
        "cell_type": "code", "grade": True, "grade_id": "count_even", "locked": True, "points": 1,
        "schema_version": 3, "solution": False, "task": False,
    }  # fmt: skip


def test_nothing_but_the_notebook_reaches_the_learner(built):
    assert [path.name for path in (built.root / "notebooks").rglob("*") if path.is_file()] == [f"{NAME}.ipynb"]


def test_no_time_no_place_and_no_run_is_noted(either, built):
    text = either.read_text()
    notebook = json.loads(text)
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert "version" not in notebook["metadata"]["language_info"]
    assert all("execution" not in cell["metadata"] for cell in notebook["cells"])
    assert str(built.root) not in text

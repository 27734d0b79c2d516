"""In a kernel, in a plain process, and in the grader's sandbox, where no judge is to be seen."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
STUB = 'raise NotImplementedError("Replace this line with your own code.")'


def _python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)


def test_importing_it_is_light():
    heavy = "torch", "matplotlib", "ipywidgets", "IPython", "nbgrader", "pandas", "autograder.judge"
    done = _python(f"import autograder.learn, sys; print([name for name in {heavy!r} if name in sys.modules])")
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_where_no_judge_is_to_be_seen_it_imports_and_check_says_so():
    done = _python(
        "import sys; sys.modules['autograder.judge'] = None\n"
        "from autograder.learn import check, predict, outcome, record\n"
        "print(check('02.train', None))"
    )
    assert done.stdout == "02.train: checked by the grader, not here.\nNone\n"


def _run(*cells):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, allow_errors=True, timeout=100).execute()
    return [cell.outputs for cell in notebook.cells]


def test_in_a_kernel_a_learner_sees_cards_pictures_and_kind_lines():
    outputs = _run(
        "from autograder.learn import check, line_data, predict, record\n"
        f"def updates_per_epoch(n, batch_size):\n    {STUB}",
        "updates_per_epoch(10, 5)",
        "check('02.updates_per_epoch', updates_per_epoch)",
        "def updates_per_epoch(n, batch_size):\n    return -(-n // batch_size)\n"
        "check('02.updates_per_epoch', updates_per_epoch)",
        "predict('a', 'How many?', choices=['1', '2'])",
        "raise NotImplementedError('mine')",
    )
    called, unwritten, passed, asked, own = outputs[1:]
    assert called[-1].traceback == [
        "`updates_per_epoch` is still to be written: replace the line that raises NotImplementedError, and run again from there."
    ]
    assert called[-1].ename == "NotImplementedError"
    assert "not attempted yet" in unwritten[0].data["text/html"]
    assert unwritten[1].traceback == [
        "02.updates_per_epoch is not attempted yet. You can go on below and come back."
    ]
    assert len(passed) == 1 and "all 3 hold" in passed[0].data["text/html"]  # and not once more as the cell's value
    assert "How many?" in asked[0].data["text/html"] and "application/vnd.jupyter.widget-view+json" in asked[1].data
    assert "NotImplementedError" in "".join(own[0].traceback) and "mine" in "".join(own[0].traceback)


def test_a_name_that_waits_for_an_open_exercise_is_told_from_a_slip():
    outputs = _run(
        f"from autograder.learn import record\ndef train(x):\n    {STUB}",
        "first = train(0)\n[left, right], (loss := 1)",
        "second = first + 1",
        "print(second)",
        "print(secnod)",
        "train = abs\nfirst = train(0)",
        "second = first + 1\nprint(second)\ndel first\nfirst",
    )
    waits = "`{}` comes from a cell above that waits for an exercise still to be written: write that, then run both cells."
    assert [one[-1].traceback for one in outputs[2:4]] == [[waits.format("first")], [waits.format("second")]]
    assert outputs[4][-1].ename == "NameError" and "secnod" in outputs[4][-1].traceback[-1] and len(outputs[4][-1].traceback) > 1
    assert outputs[5] == [] and outputs[6][0].text == "1\n"
    assert "comes from" not in outputs[6][-1].traceback[-1]


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "notebooks").iterdir()))
def test_no_demonstration_of_an_untouched_notebook_shows_a_traceback(name):
    notebook = nbformat.read(ROOT / "notebooks" / name / f"{name}.ipynb", as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    NotebookClient(notebook, allow_errors=True, timeout=100, resources={"metadata": {"path": ROOT / "notebooks" / name}}).execute()
    errors = [output for cell in notebook.cells for output in cell.get("outputs", ()) if output.output_type == "error"]
    assert [error.traceback for error in errors if len(error.traceback) > 1] == []

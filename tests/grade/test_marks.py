"""Marks: what honest work earns, what wrong work earns, and what accidents cost (nothing)."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from tests.grade.conftest import CONFIG, FULL, RIGHT, STOCK_CONFIG, WRONG, Course, cell, marked


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return Course(tmp_path_factory.mktemp("course"))


def swap(notebook, first, second):
    cells = notebook.cells
    one, other = (next(i for i, c in enumerate(cells) if c is cell(notebook, name)) for name in (first, second))
    cells[one], cells[other] = cells[other], cells[one]


def remove(notebook, name):
    notebook.cells.remove(cell(notebook, name))


def twice(notebook, name):
    index = notebook.cells.index(cell(notebook, name))
    notebook.cells.insert(index, nbformat.from_dict(notebook.cells[index]))


def first(source):
    return lambda notebook: notebook.cells.insert(0, new_code_cell(source))


def before_tests(source):
    return lambda notebook: notebook.cells.insert(2, new_code_cell(source))


STUB = '''def train(x, y, w, b, *, epochs, batch_size, lr):
    raise NotImplementedError("Replace this line with your own code.")
'''


def merge(notebook, upper, lower):
    upper, lower = cell(notebook, upper), cell(notebook, lower)
    lower.source = f"{upper.source}\n{lower.source}"
    notebook.cells.remove(upper)


def swap_marks(notebook, first, second):
    one, other = cell(notebook, first), cell(notebook, second)
    one.metadata, other.metadata = other.metadata, one.metadata


def metadata(**changes):
    return lambda notebook: [cell(notebook, name).metadata.nbgrader.update(changes) for name in ("test_updates", "test_losses")]


ACCIDENTS = {
    "nothing": lambda notebook: None,
    "a warning": before_tests("import warnings\nwarnings.warn('look out')"),
    "words on stderr in train": lambda notebook: cell(notebook, "train").update(
        source=RIGHT.replace("    losses = []", "    import sys\n    print('progress 100%', file=sys.stderr)\n    losses = []")
    ),
    "another folder": before_tests("import os\nos.makedirs('elsewhere', exist_ok=True)\nos.chdir('elsewhere')"),
    "another default dtype": before_tests("import torch\ntorch.set_default_dtype(torch.float64)"),
    "gradients switched off": before_tests("import torch\ntorch.set_grad_enabled(False)"),
    "errors for every rounding": before_tests("import numpy as np\nnp.seterr(all='raise')"),
    "a shadowed name": before_tests("prove = x = list = np = 0"),
    "another cell that fails": before_tests("1 / 0"),
    "a cell that kills the process": before_tests("import os\nos._exit(0)"),
    "exit()": before_tests("exit()"),
    "input()": before_tests("input('name? ')"),
    "a syntax error": before_tests("for in range(3)"),
    "a deleted test": lambda notebook: remove(notebook, "test_updates"),
    "a doubled test": lambda notebook: twice(notebook, "test_updates"),
    "a doubled solution": lambda notebook: twice(notebook, "train"),
    "tests before the solution": lambda notebook: swap(notebook, "train", "test_losses"),
    "a test made a text": lambda notebook: cell(notebook, "test_updates").update(cell_type="markdown"),
    "an edited test": lambda notebook: cell(notebook, "test_updates").update(source="assert False"),
    "points changed": metadata(points=1000),
    "no longer graded": metadata(grade=False),
    "an old schema": metadata(schema_version=1),
    "a schema to come": metadata(schema_version=99),
    "all metadata gone": lambda notebook: [one.update(metadata={}) for one in notebook.cells],
    "another kernel": lambda notebook: notebook.metadata.update(kernelspec={"name": "julia-1.9", "language": "julia", "display_name": "J"}),
    "an absurd kernel": lambda notebook: notebook.metadata.update(kernelspec=3),
    "widgets' leftovers": lambda notebook: notebook.metadata.update(widgets={"x": []}, accelerator="GPU", colab={}),
    "own tags": lambda notebook: [one.metadata.update(tags=["skip-execution"]) for one in notebook.cells],
    "a print in train": lambda notebook: cell(notebook, "train").update(source=RIGHT.replace("    losses = []", "    print(3)\n    losses = []")),
    "figures": before_tests("import matplotlib.pyplot as plt\nfor _ in range(30):\n    plt.figure()"),
    "a solution made raw": lambda notebook: cell(notebook, "train").update(cell_type="raw"),
    "a copy of the stub left below the work": lambda notebook: notebook.cells.insert(2, nbformat.from_dict({**notebook.cells[1], "source": STUB})),
    "the solution merged into a test": lambda notebook: merge(notebook, "train", "test_updates"),
    "two cells that have each other's marks": lambda notebook: swap_marks(notebook, "train", "test_updates"),
    "the folder removed under its own feet": before_tests("import os\nos.makedirs('gone')\nos.chdir('gone')\nos.rmdir('../gone')"),
    "a thread that never stops printing": before_tests(
        "import threading\ndef talk():\n    while True:\n        print('x' * 1000)\nthreading.Thread(target=talk, daemon=True).start()"
    ),
    "half a character printed": before_tests("print('\\ud83d')"),
    "an exception of half a character": before_tests("raise ValueError('\\ud83d')"),
    "six hundred magics": before_tests("\n".join(["!true"] * 600)),
    "an expression too deep to be read": before_tests("deep = " + "-" * 20_000 + "1"),
    "magics": before_tests("%matplotlib inline\n%time x = 1\n!echo hello"),
}


@pytest.fixture(scope="module")
def graded(course):
    """Every accident handed in by a learner of its name, and all graded in one run."""
    for name, change in ACCIDENTS.items():
        course.submit_code(name.replace(" ", "_"), RIGHT, change=change)
    return course.grade()


@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_costs_an_honest_learner_nothing(name, graded, course):
    assert course.marks(name.replace(" ", "_")) == FULL, graded[1]


def test_every_mark_of_the_class_was_given(graded):
    status, said = graded
    assert status == 0, said


def test_wrong_work_gets_what_holds(course):
    course.submit_code("wrong", WRONG)
    course.submit_code("stub", "def train(x, y, w, b, *, epochs, batch_size, lr):\n    raise NotImplementedError('x')")
    course.grade()
    assert course.marks("wrong")["test_updates"] == 0
    assert course.marks("stub") == {"test_updates": 0, "test_losses": 0, "test_plain": 1}


def test_the_reason_stands_in_the_notebook_and_no_hidden_test_does(course):
    course.submit_code("wrong_2", WRONG)
    course.grade()
    graded = cell(course.graded("wrong_2"), "test_updates")
    error = graded.outputs[-1]
    assert (error.output_type, graded.metadata.autograder.passed) == ("error", False)
    assert "secret-hidden-line" not in nbformat.writes(nbformat.v4.new_notebook(cells=[new_code_cell(outputs=graded.outputs)]))
    assert graded.metadata.autograder.verdicts[0].findings[0].code


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty", b"", "no notebook"),
        ("truncated", b'{"cells": [{"cell_type": "co', "no notebook"),
        ("latin", "{'é".encode("latin-1"), "not UTF-8"),
        ("a_list", b"[1, 2]", "no notebook"),
        ("deep", b"[" * 100_000, "no notebook|nested"),
    ],
)
def test_what_cannot_be_read_is_ungradable_and_the_rest_is_graded(name, content, reason, course):
    import re

    course.submit(name, content)
    course.submit_code(f"beside_{name}", RIGHT)
    status, said = course.grade()
    assert status == 1
    assert re.search(f"small {name}: ungradable: .*({reason})", said), said
    assert course.marks(name) == dict.fromkeys(FULL), "no mark, and no zero"
    assert course.marks(f"beside_{name}") == FULL


def test_a_renamed_file_is_found(course):
    notebook = course.released()
    cell(notebook, "train").source = RIGHT
    course.submit("renamed", notebook, name="small (1) final")
    course.grade()
    assert course.marks("renamed") == FULL


def test_stray_modules_take_nobodys_place(course):
    path = course.submit_code("stray", RIGHT)
    for name in ("numpy.py", "autograder.py", "random.py", "torch.py"):
        path.with_name(name).write_text("raise ImportError('shadowed')")
    course.grade()
    assert course.marks("stray") == FULL


def test_without_proofs_marks_are_stock_nbgraders(tmp_path_factory):
    """Errors, stderr, partial credit, a last value: what stock gives, for every kind of outcome."""
    outcomes = {
        "fine": ("", 4),
        "printed": ("print('x')", 4),
        "error": ("1 / 0", 0),
        "stderr": ("import sys\nprint('x', file=sys.stderr)", 0),
        "partial": ("1.5", 1.5),
        "text": ("'words'", 4),
        "shown": ("from IPython.display import display\ndisplay(3)", 4),
        "asleep": ("import time\ntime.sleep(60)", 0),
    }
    cells = [marked(source or "pass", name, grade=True, points=4) for name, (source, _) in outcomes.items()]
    released = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}})
    found = {}
    for kind, config in (("ours", CONFIG), ("stock", STOCK_CONFIG)):
        course = Course(tmp_path_factory.mktemp(kind), config, released)
        with open(course.root / "nbgrader_config.py", "a") as file:
            file.write("\nc.Execute.timeout = 5\n")
        course.submit("somebody", course.released())
        course.nbgrader("autograde", "small")
        found[kind] = course.marks("somebody")
    assert found["ours"] == found["stock"]
    assert found["ours"] == {name: mark for name, (_, mark) in outcomes.items()}

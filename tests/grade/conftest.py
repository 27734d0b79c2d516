"""What the grading tests share: sandboxes that stay warm, and a small course to grade."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.grade.inside.limits import Limits
from autograder.grade.judge_pool import JudgePool
from autograder.grade.places import shown_to_learners
from autograder.grade.sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
CONFIG = """
c = get_config()
from autograder.grade import use_sandbox
use_sandbox(c)
c.CourseDirectory.course_id = "small"
c.ClearSolutions.code_stub = {"python": 'raise NotImplementedError("Replace this line with your own code.")'}
"""
STOCK_CONFIG = CONFIG.replace("from autograder.grade import use_sandbox\nuse_sandbox(c)\n", "")
QUICK = Limits(cell=5.0, grace=4.0, whole=30.0, memory=512 * 2**20, processes=32)

RIGHT = '''def train(x, y, w, b, *, epochs, batch_size, lr):
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            x_batch, y_batch = x[start : start + batch_size], y[start : start + batch_size]
            error = w * x_batch + b - y_batch
            losses.append(float((error**2).mean()))
            w, b = w - lr * float(2 * (error * x_batch).mean()), b - lr * float(2 * error.mean())
    return w, b, losses
'''
WRONG = RIGHT.replace("for start in range(0, len(x), batch_size):", "for start in range(0, batch_size, batch_size):")


@pytest.fixture(scope="session")
def sandbox():
    if shutil.which("bwrap") is None:
        pytest.skip("bubblewrap is not installed")
    with Sandbox("bubblewrap", shown_to_learners()) as made:
        yield made


@pytest.fixture(scope="session")
def unwalled():
    with Sandbox("process") as made:
        yield made


@pytest.fixture(scope="session")
def judges():
    with JudgePool(1) as made:
        yield made


def marked(source, name, *, grade=False, solution=False, points=None, cell_type="code"):
    """A cell that nbgrader knows."""
    marks = {"grade": grade, "grade_id": name, "locked": grade and not solution, "schema_version": 3, "solution": solution, "task": False}
    if points is not None:
        marks["points"] = points
    return new_code_cell(source, metadata={"nbgrader": marks})


def small_notebook():
    """A released notebook with its solution: an exercise, two tests with proofs, a plain test."""
    solution = RIGHT.replace("    losses = []", "    ### BEGIN SOLUTION\n    losses = []").rstrip() + "\n    ### END SOLUTION\n"
    steps = (
        "import numpy as np\nfrom autograder.learn import prove\nx = np.arange(20.0)\n"
        "w, b, losses = train(x, 2 * x, 0.0, 0.0, epochs=3, batch_size=5, lr=0.001)\n"
    )
    first = steps + 'assert len(losses) == 12, "3 epochs of 4 batches are 12 updates"\n'
    second = steps + 'assert b != 0, "b should move too"\n'
    hidden = '### BEGIN HIDDEN TESTS\nprove("02.train", train, "{}", seed=48213)  # secret-hidden-line\n### END HIDDEN TESTS\n'
    return new_notebook(
        cells=[
            new_code_cell("import numpy as np\ngreeting = 'hello'"),
            marked(solution, "train", solution=True),
            new_code_cell("demonstration = [print(number) for number in range(3)]"),
            marked(first + hidden.format("updates_per_epoch"), "test_updates", grade=True, points=2),
            marked(second + hidden.format("losses"), "test_losses", grade=True, points=3),
            marked('assert callable(train), "train is a function"', "test_plain", grade=True, points=1),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )


class Course:
    """A small nbgrader course in a folder of its own."""

    assignment = notebook = "small"

    def __init__(self, root: Path, config: str = CONFIG, notebook=None):
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        (root / "nbgrader_config.py").write_text(config)
        source = root / "source" / self.assignment
        source.mkdir(parents=True)
        nbformat.write(notebook or small_notebook(), source / f"{self.notebook}.ipynb")
        self.nbgrader("generate_assignment", self.assignment)

    def nbgrader(self, *words, check=True):
        """Run nbgrader in the course's folder."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # where nbgrader finds alembic
        environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PATH": path}
        command = [sys.executable, "-W", "ignore", "-m", "nbgrader", *words]
        return subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=280, check=check)

    def grade(self, *words):
        """Run `autograder grade` in this process; returns (status, said)."""
        import contextlib
        import io

        from autograder.cli import main

        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = main(["grade", "--course-dir", str(self.root), *words])
        return status, said.getvalue()

    def released(self):
        """The notebook as a learner gets it."""
        return nbformat.read(self.root / "release" / self.assignment / f"{self.notebook}.ipynb", as_version=4)

    def submit(self, student, notebook, name=None):
        """Hand in a notebook, or bytes."""
        folder = self.root / "submitted" / student / self.assignment
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name or self.notebook}.ipynb"
        path.write_bytes(notebook) if isinstance(notebook, bytes) else nbformat.write(notebook, path)
        return path

    def submit_code(self, student, code, **changes):
        """Hand in the released notebook with this as the solution; `changes` edit the notebook."""
        notebook = self.released()
        cell(notebook, "train").source = code
        for change in changes.values():
            change(notebook)
        return self.submit(student, notebook)

    def marks(self, student):
        """{test cell: its automatic mark} in the gradebook."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.root}/gradebook.db") as book:
            entry = book.find_submission_notebook(self.notebook, self.assignment, student)
            return {grade.name: grade.auto_score for grade in entry.grades}

    def graded(self, student):
        """The autograded notebook."""
        path = self.root / "autograded" / student / self.assignment / f"{self.notebook}.ipynb"
        return nbformat.read(path, as_version=4)


def cell(notebook, name):
    """The cell of nbgrader's id."""
    return next(one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == name)


FULL = {"test_updates": 2, "test_losses": 3, "test_plain": 1}


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)

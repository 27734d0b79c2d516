"""A whole nbgrader round with stock nbgrader over a temporary exchange: from the source to the exported marks."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.grade.sample_class import Learner, fill, read_learner

ROOT = Path(__file__).parents[1]
ASSIGNMENTS = ("01_one_update", "02_batches_and_epochs")
LEARNERS = {"01_one_update": "dagny", "02_batches_and_epochs": "emeka"}
"""Who answers which notebook: one whose right code warns on stderr, and one who is half right."""


class Round:
    """One course, one exchange and one learner, whose name is that of this process's user: nbgrader asks for it."""

    def __init__(self, folder: Path):
        self.course, self.home, self.exchange = folder / "course", folder / "home", folder / "exchange"
        for path in (self.course, self.home, self.exchange):
            path.mkdir()
        self.exchange.chmod(0o777)
        config = (ROOT / "nbgrader_config.py").read_text() + f"\nc.Exchange.root = {str(self.exchange)!r}\n"
        config += 'c.pop("Autograde", None)  # stock nbgrader, whatever the course makes of it\n'
        (self.course / "nbgrader_config.py").write_text(config)
        (self.home / "nbgrader_config.py").write_text(config)
        for name in ASSIGNMENTS:
            target = self.course / "solutions" / name
            target.mkdir(parents=True)
            shutil.copy(ROOT / "solutions" / name / f"{name}.ipynb", target)

    def nbgrader(self, *words: str, at: Path) -> str:
        settings = {"HOME": str(self.home), "JUPYTER_DATA_DIR": str(self.home / "jupyter"), "OMP_NUM_THREADS": "1"}
        settings["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = [sys.executable, "-m", "nbgrader", *words]
        done = subprocess.run(command, cwd=at, env=os.environ | settings, capture_output=True, text=True, timeout=280)
        assert done.returncode == 0, f"nbgrader {' '.join(words)}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> Round:
    """The round, played to its end: the learner fetches, answers and submits, and fetches the feedback."""
    it = Round(tmp_path_factory.mktemp("round"))
    for name in ASSIGNMENTS:
        it.nbgrader("generate_assignment", name, at=it.course)
        it.nbgrader("release_assignment", name, at=it.course)
        it.nbgrader("fetch_assignment", name, at=it.home)
        path = it.home / name / f"{name}.ipynb"
        nbformat.write(fill(nbformat.read(path, as_version=4), name[:2], answering(name)), path)
        it.nbgrader("submit", name, at=it.home)
        it.nbgrader("collect", name, at=it.course)
        it.nbgrader("autograde", name, at=it.course)
        it.nbgrader("generate_feedback", name, at=it.course)
        it.nbgrader("release_feedback", name, at=it.course)
        it.nbgrader("fetch_feedback", name, at=it.home)
    it.nbgrader("export", at=it.course)
    return it


pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("round")]


def answering(name: str) -> Learner:
    return read_learner(ROOT / "tests" / "sample_class" / f"{LEARNERS[name]}.py")


def points(name: str) -> dict[str, float]:
    """Grade id -> points of a notebook's test cells."""
    cells = nbformat.read(ROOT / "solutions" / name / f"{name}.ipynb", as_version=4).cells
    graded = [cell.metadata.nbgrader for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")]
    return {one["grade_id"]: one["points"] for one in graded}


def test_the_released_notebooks_are_the_ones_in_the_repository(played):
    for name in ASSIGNMENTS:
        fetched = played.course / "notebooks" / name / f"{name}.ipynb"
        ours = ROOT / "notebooks" / name / f"{name}.ipynb"
        sources = [[cell.source for cell in nbformat.read(path, as_version=4).cells] for path in (fetched, ours)]
        assert sources[0] == sources[1]


def test_the_export_holds_the_marks_that_the_learner_deserves(played):
    with open(played.course / "grades.csv") as file:
        exported = {row["assignment"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)}
    worth = {name: points(name) for name in ASSIGNMENTS}
    deserved = {name: answering(name).deserves(name[:2], worth[name]) for name in ASSIGNMENTS}
    expected = {name: (sum(deserved[name].values()), sum(worth[name].values())) for name in ASSIGNMENTS}
    assert exported == expected


def test_the_learner_finds_the_feedback_beside_the_notebook(played):
    for name in ASSIGNMENTS:
        pages = list((played.home / name / "feedback").rglob(f"{name}.html"))
        assert [name in page.read_text() for page in pages] == [True]

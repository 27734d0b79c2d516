"""`autograder demo`, run as a person runs it: every learner of the sample class gets what their file says."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.grade import records
from autograder.grade.demo import first_findings
from autograder.grade.sample_class import Learner, read_class, read_learner

ROOT = Path(__file__).parents[1]
LEARNERS = read_class(ROOT / "tests" / "sample_class")
HANDED_IN = [(learner, number) for learner in LEARNERS for number in learner.submits]

pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("demo")]


class Demo:
    """A course that the demo makes, and what it printed each time."""

    def __init__(self, folder: Path):
        self.folder, self.outputs, self.seconds = folder, [], []

    def run(self) -> None:
        begun = time.monotonic()
        command = [Path(sys.executable).with_name("autograder"), "demo", "--folder", self.folder]
        settings = {"OMP_NUM_THREADS": "1", "HOME": str(self.folder.parent)}
        quiet = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
        done = subprocess.run(command, env=os.environ | settings, timeout=880, **quiet)
        assert done.returncode == 0, done.stdout + done.stderr
        self.outputs.append(done.stdout)
        self.seconds.append(time.monotonic() - begun)

    def assignment(self, number: str) -> str:
        return next(path.name for path in (self.folder / "solutions").iterdir() if path.name.startswith(number))

    def marks(self, learner: str, number: str) -> tuple[dict[str, float], dict[str, float]]:
        """(grade id -> points given, grade id -> points there are), from the gradebook."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.folder}/class/gradebook.db") as gradebook:
            grades = gradebook.find_submission(self.assignment(number), learner).notebooks[0].grades
            return {one.name: one.score for one in grades}, {one.name: one.max_score for one in grades}

    def findings(self, learner: str, number: str) -> dict[str, str]:
        name = self.assignment(number)
        return first_findings(records.read(records.place(self.folder / "class" / "autograded", name, learner, name)))


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Demo:
    made = Demo(tmp_path_factory.mktemp("demo") / "course")
    made.run()
    return made


def test_the_class_is_large_and_no_two_learners_hand_in_the_same():
    cells = [tuple(learner.cells.values()) for learner in LEARNERS]
    assert len(LEARNERS) >= 24 and len(set(cells)) == len(LEARNERS)


def test_the_table_names_every_learner_with_marks_and_findings(demo):
    rows = {line.split()[0]: line for line in demo.outputs[0].splitlines() if line[:1].islower()}
    assert [learner.name for learner in LEARNERS if learner.name not in rows] == []
    assert "last-batch-dropped" in rows["emeka"] and "zeroed-once-per-epoch" in rows["ines"]


def test_every_learner_has_a_first_and_a_last_name_in_the_gradebook(demo):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{demo.folder}/class/gradebook.db") as gradebook:
        names = {student.id: (student.first_name, student.last_name) for student in gradebook.students}
    assert names == {learner.name: learner.full_name for learner in LEARNERS}
    assert all(first and last for first, last in names.values())


@pytest.mark.parametrize(("learner", "number"), HANDED_IN, ids=lambda value: getattr(value, "name", value))
def test_each_learner_gets_the_marks_they_deserve(demo, learner, number):
    given, worth = demo.marks(learner.name, number)
    assert given == learner.deserves(number, worth)


@pytest.mark.parametrize(("learner", "number"), HANDED_IN, ids=lambda value: getattr(value, "name", value))
def test_each_learner_is_told_the_cause(demo, learner, number):
    expected = {exercise: code for exercise, code in learner.finds.items() if exercise.startswith(number)}
    assert demo.findings(learner.name, number) == expected


def test_a_second_run_grades_nothing_again(demo):
    demo.run()
    assert demo.outputs[1].splitlines()[-1] == demo.outputs[0].splitlines()[-1]
    assert "0 new submissions" in demo.outputs[1]
    assert demo.seconds[1] < demo.seconds[0] / 2


def test_a_learners_file_says_what_they_believe_lose_and_find(tmp_path):
    (tmp_path / "kim.py").write_text(
        "# Counts with //.\n# name: Kim van Dijk\n# loses 02: train_* batches_sizes\n# finds 02.train: last-batch-dropped\n# submits: 01 02\n\n"
        "# %% 02 train\ndef train():\n    pass\n\n\n# %% 02 batches\nbatches = None\n"
    )
    assert read_learner(tmp_path / "kim.py") == Learner(
        name="kim",
        full_name=("Kim", "van Dijk"),
        note="Counts with //.",
        cells={("02", "train"): "def train():\n    pass", ("02", "batches"): "batches = None"},
        loses={"02": ("train_*", "batches_sizes")},
        finds={"02.train": "last-batch-dropped"},
        submits=("01", "02"),
    )


def test_what_a_learner_deserves_is_the_worth_of_all_but_the_cells_they_lose():
    learner = Learner("kim", ("Kim", ""), "", {}, {"02": ("train_*",)}, {}, ("02",))
    assert learner.deserves("02", {"train_rows": 2, "batches_rows": 1}) == {"train_rows": 0, "batches_rows": 1}
    assert learner.deserves("01", {"train_rows": 2}) == {"train_rows": 2}


def test_a_header_line_of_no_known_kind_is_named(tmp_path):
    (tmp_path / "kim.py").write_text("# Counts.\n# looses 02: train_rows\n")
    with pytest.raises(ValueError, match="kim.py: cannot read the line 'looses 02: train_rows'"):
        read_learner(tmp_path / "kim.py")

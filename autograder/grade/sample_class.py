"""The sample class: learners as short files, made into the notebooks that they would have handed in.

A learner's file is named after them. It begins with comment lines: a sentence on what they believe, then

    # name: Ada Novak                        first and last name
    # loses 02: batches_sizes train_*        the test cells that are not to give their points, * for any letters
    # finds 02.train: last-batch-dropped     the first finding that an exercise deserves
    # submits: 01 02                         which notebooks; without it, those with a section

and goes on in sections, each the whole content of one solution cell: `# %% 02 train`. A solution cell
without a section stays the stub that it was.
"""

import fnmatch
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

SECTION = re.compile(r"^# %% (\d\d) (\w+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Learner:
    """One learner of the sample class.

    name: their id in the gradebook. full_name: first and last.
    note: what they believe.
    cells: (notebook number, grade id) -> the content of that solution cell.
    loses: notebook number -> patterns of the grade ids that give no points.
    finds: exercise id -> the code of its first finding.
    submits: the numbers of the notebooks handed in, such as ("01", "02").
    """

    name: str
    full_name: tuple[str, str]
    note: str
    cells: dict[tuple[str, str], str]
    loses: dict[str, tuple[str, ...]]
    finds: dict[str, str]
    submits: tuple[str, ...]

    def deserves(self, number: str, points: dict[str, float]) -> dict[str, float]:
        """Grade id -> the points that this learner's test cells are to give. points: what each is worth."""
        lost = {grade_id for pattern in self.loses.get(number, ()) for grade_id in fnmatch.filter(points, pattern)}
        return {grade_id: 0.0 if grade_id in lost else worth for grade_id, worth in points.items()}


def read_class(folder: Path) -> list[Learner]:
    """All learners of a folder, by name. Raises ValueError for a header line of no known kind."""
    return [read_learner(path) for path in sorted(folder.glob("*.py"))]


def read_learner(path: Path) -> Learner:
    head, *parts = SECTION.split(path.read_text())
    cells = {(number, grade_id): source.strip() for number, grade_id, source in zip(*[iter(parts)] * 3)}
    note, *lines = [line.removeprefix("#").strip() for line in head.strip().splitlines()]
    loses, finds, submits, full_name = {}, {}, tuple(sorted({number for number, _ in cells})), (path.stem.title(), "")
    for line in lines:
        kind, _, words = line.partition(":")
        match kind.split():
            case ["name"]:
                full_name = tuple(words.split(maxsplit=1))
            case ["loses", number]:
                loses[number] = tuple(words.split())
            case ["finds", exercise]:
                finds[exercise] = words.strip()
            case ["submits"]:
                submits = tuple(words.split())
            case _:
                known = "`name:`, `loses NN:`, `finds NN.name:` or `submits:`"
                raise ValueError(f"{path.name}: cannot read the line {line!r}; write {known}")
    return Learner(path.stem, full_name, note, cells, loses, finds, submits)


def fill(released: NotebookNode, number: str, learner: Learner) -> NotebookNode:
    """The notebook that a learner hands in: a released one with its solution cells filled.

    Raises KeyError where the learner fills a cell that the notebook does not have.
    """
    handed_in = nbformat.from_dict(released)
    wanted = {grade_id: source for (notebook, grade_id), source in learner.cells.items() if notebook == number}
    for cell in handed_in.cells:
        data = cell.metadata.get("nbgrader", {})
        if data.get("solution") and data["grade_id"] in wanted:
            cell.source = wanted.pop(data["grade_id"])
    if wanted:
        raise KeyError(f"{learner.name} fills {', '.join(wanted)}, which notebook {number} does not have")
    return handed_in


def hand_in(learners: list[Learner], released: Path, submitted: Path) -> int:
    """Write what a class hands in where nbgrader looks for it; returns how many notebooks changed.

    released: the folder with NN_topic/NN_topic.ipynb. submitted: NAME/NN_topic/NN_topic.ipynb is written.
    A file that would come out the same is left alone, so that it is not graded again.
    """
    changed = 0
    for source in sorted(released.glob("*/*.ipynb")):
        number, notebook = source.stem[:2], nbformat.read(source, as_version=4)
        for learner in learners:
            if number not in learner.submits or source.stem != source.parent.name:
                continue
            target = submitted / learner.name / source.stem / source.name
            text = nbformat.writes(fill(notebook, number, learner)) + "\n"
            if not target.exists() or target.read_text() != text:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text)
                changed += 1
    return changed

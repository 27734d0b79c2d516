"""One attempt on the grader, as data: what a learner hands in."""

from collections.abc import Callable
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from tests.grade.conftest import RIGHT, cell

NOTHING = "def train(x, y, w, b, *, epochs, batch_size, lr):\n    return None\n"
"""What forgers hand in as their solution, unless they say otherwise: it does nothing."""


@dataclass(frozen=True)
class Attempt:
    """kind: "forge" (marks), "escape" (reach outside), "disrupt" (end or stall the class), "accident".

    before, after: code in cells of the learner's own, before the tests and at the very end.
    train: the solution. change: what is done to the notebook beside.
    files: what else is handed in; a value that starts with "link:" becomes a symbolic link.
    stock: False where stock nbgrader is not to be tried with it, because the machine would not survive.
    """

    name: str
    kind: str
    before: str = ""
    train: str = NOTHING
    after: str = ""
    change: Callable[[NotebookNode], object] | None = None
    files: tuple[tuple[str, str], ...] = ()
    stock: bool = True

    @property
    def is_honest(self) -> bool:
        """Whether the work itself is right."""
        return self.train == RIGHT

    def make(self, released: NotebookNode) -> NotebookNode:
        """The notebook that is handed in."""
        cell(released, "train").source = self.train
        place = next(index for index, one in enumerate(released.cells) if one is cell(released, "train")) + 1
        if self.before:
            released.cells.insert(place, new_code_cell(self.before))
        if self.after:
            released.cells.append(new_code_cell(self.after))
        if self.change is not None:
            self.change(released)
        return released

"""Make the two notebooks of one text, in memory; writing or comparing them is the caller's."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.build.looking import problems
from autograder.build.reading import lines, read, text
from autograder.build.tree import Notebook
from autograder.errors import UserError


@dataclass(frozen=True)
class Made:
    """The text of both files, as they should lie on disk."""

    notebook: Notebook
    solution: str
    release: str

    def files(self) -> dict[Path, str]:
        return {self.notebook.solution: self.solution, self.notebook.release: self.release}


def make(notebook: Notebook, run: bool = True) -> Made:
    """Read, look over, execute (or, without `run`, keep the outputs that are there already), release.

    Raises UserError with everything that is wrong in the text, the run or the outputs.
    """
    made = read(notebook)
    if found := problems(made, lines(notebook.source), f"solutions/{notebook.source.name}"):
        raise UserError("\n".join(found))
    if run:
        _execute(made, notebook)
    else:
        _keep_outputs(made, notebook.solution)
    from autograder.build.releasing import release

    return Made(notebook, text(made), text(release(made, notebook.name, notebook.root)))


def _execute(made: NotebookNode, notebook: Notebook) -> None:
    from autograder.build.executing import execute
    from autograder.build.settling import settle, unsettled

    execute(made, f"solutions/{notebook.source.name}")
    settle(made)
    if found := unsettled(made, notebook.root):
        raise UserError("\n".join(f"{notebook.name}, {one}" for one in found))


def _keep_outputs(made: NotebookNode, path: Path) -> None:
    """Cells that are as they were keep what they showed."""
    before = {cell.id: cell for cell in _cells_of(path) if cell.cell_type == "code"}
    for cell in made.cells:
        old = before.get(cell.id)
        if cell.cell_type == "code" and old is not None and old.source == cell.source:
            cell.outputs, cell.execution_count = old.outputs, old.execution_count


def _cells_of(path: Path) -> list[NotebookNode]:
    try:
        return nbformat.read(path, as_version=4).cells
    except (OSError, ValueError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        return []

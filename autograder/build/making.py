"""Make the two notebooks of one text, in memory; writing or comparing them is the caller's."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.build.looking import problems
from autograder.build.reading import lines, read, text
from autograder.build.rounding import keep_where_alike
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


def prepare(notebook: Notebook, run: bool = True) -> NotebookNode:
    """The solution notebook: read, looked over, executed (or, without `run`, with the outputs there already).

    Several may be prepared at once, in threads: the work is done in their kernels.
    Raises UserError with everything that is wrong in the text, the run or the outputs.
    """
    made = read(notebook)
    if found := problems(made, lines(notebook.source), f"solutions/{notebook.source.name}"):
        raise UserError("\n".join(found))
    if run:
        _execute(made, notebook)
        keep_where_alike(made, _cells_of(notebook.solution))
    else:
        _keep_outputs(made, notebook.solution)
    return made


def finish(notebook: Notebook, prepared: NotebookNode) -> Made:
    """Both files of a prepared notebook; one at a time, since nbgrader changes the working directory.

    Raises UserError where nbgrader refuses.
    """
    from autograder.build.releasing import release

    return Made(notebook, text(prepared), text(release(prepared, notebook.name, notebook.root)))


def make(notebook: Notebook, run: bool = True) -> Made:
    """`prepare` and `finish` of one notebook."""
    return finish(notebook, prepare(notebook, run))


def _execute(made: NotebookNode, notebook: Notebook) -> None:
    from autograder.build.executing import execute
    from autograder.build.settling import settle, unsettled

    execute(made, f"solutions/{notebook.source.name}")
    settle(made)
    if found := unsettled(made, notebook.root):
        raise UserError("\n".join(f"{notebook.name}, {one}" for one in found))


def _keep_outputs(made: NotebookNode, path: Path) -> None:
    """Cells that are as they were keep what they showed."""
    before = _cells_of(path)
    for cell in made.cells:
        old = before.get(cell.id)
        if cell.cell_type == "code" and old is not None and old.source == cell.source:
            cell.outputs, cell.execution_count = old.outputs, old.execution_count


def _cells_of(path: Path) -> dict[str, NotebookNode]:
    """The code cells of a notebook on disk by id; none where there is no good notebook."""
    try:
        cells = nbformat.read(path, as_version=4).cells
    except (OSError, ValueError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        return {}
    return {cell.id: cell for cell in cells if cell.cell_type == "code"}

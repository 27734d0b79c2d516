"""Say where two versions of a notebook differ, cell by cell."""

import nbformat
from nbformat import NotebookNode


PARTS = {
    "cell_type": "kind",
    "source": "lines",
    "metadata": "metadata",
    "outputs": "outputs",
    "execution_count": "run numbers",
}
"""What a cell is made of, and how a message calls it."""


def differences(there: str | None, wanted: str) -> list[str]:
    """One line for each difference of the file that is there from the one that is wanted; empty where none.

    there: the file's text, None where it is missing.
    """
    if there == wanted:
        return []
    if there is None:
        return ["it is missing: run autograder build"]
    try:
        found = _by_cell(nbformat.reads(there, as_version=4), nbformat.reads(wanted, as_version=4))
    except Exception:  # whatever the file is, it is no notebook
        return ["it is no notebook: run autograder build"]
    return found or ["the notebook says the same in other bytes: run autograder build"]


def _by_cell(there: NotebookNode, wanted: NotebookNode) -> list[str]:
    old, new = ({cell.id: cell for cell in one.cells} for one in (there, wanted))
    found = [f"cell {name} is not in the text any more" for name in old if name not in new]
    found += [f"cell {name} is new in the text" for name in new if name not in old]
    for number, (name, cell) in enumerate(new.items(), 1):
        found += [f"cell {number} ({name}): its {part} differ" for part in _parts(old.get(name, cell), cell)]
    if not found and list(old) != list(new):
        found.append("the cells come in another order")
    if there.metadata != wanted.metadata:
        found.append("the notebook's own metadata differs")
    return found


def _parts(old: NotebookNode, new: NotebookNode) -> list[str]:
    return [name for part, name in PARTS.items() if old.get(part) != new.get(part)]

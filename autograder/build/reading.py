"""A notebook's text, read: cells with stable ids and whole nbgrader metadata."""

import hashlib
import re
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.build.tree import Notebook

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
METADATA = {"kernelspec": KERNEL, "language_info": LANGUAGE}
_DEFAULTS = {"grade": False, "locked": False, "schema_version": 3, "solution": False, "task": False}


def read(notebook: Notebook) -> NotebookNode:
    """The notebook that its text describes, without outputs."""
    parsed = jupytext.reads(_body(notebook.source.read_text(encoding="utf-8")), fmt="py:percent")
    taken: set[str] = set()
    cells = [_cell(cell, taken) for cell in parsed.cells]
    return nbformat.from_dict({"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})


def _body(text: str) -> str:
    """The text without jupytext's header: every notebook of the course has the same one."""
    return re.sub(r"\A# ---\n(#.*\n)*?# ---\n\s*", "", text)


def _cell(cell: NotebookNode, taken: set[str]) -> dict:
    metadata = {name: value for name, value in cell.metadata.items() if name in ("nbgrader", "tags", "jupyter")}
    if isinstance(metadata.get("nbgrader"), dict):
        metadata["nbgrader"] = {**_DEFAULTS, **metadata["nbgrader"]}
    out = {"cell_type": cell.cell_type, "id": _id(cell, taken), "metadata": metadata, "source": cell.source}
    return out | ({"execution_count": None, "outputs": []} if cell.cell_type == "code" else {})


def _id(cell: NotebookNode, taken: set[str]) -> str:
    """The grade_id, or else a short hash of the cell's own text: a new cell changes no other's id."""
    given = str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
    digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
    name = given if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", given) and given not in taken else digest
    count = 1
    while name in taken:
        count += 1
        name = f"{digest}-{count}"
    taken.add(name)
    return name


def lines(source: Path) -> list[int]:
    """The line number, from 1, at which each cell of the text begins."""
    text = source.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(text, 1) if line.startswith("# %%")]


def text(notebook: NotebookNode) -> str:
    """The notebook as the bytes of its file, always the same for the same notebook."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"

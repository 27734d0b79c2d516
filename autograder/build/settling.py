"""Make executed outputs fit to keep: nothing that needs a kernel, nothing that changes from run to run."""

import re
import sys
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.build.reading import METADATA

_WIDGET = "application/vnd.jupyter.widget-view+json"
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def settle(notebook: NotebookNode) -> None:
    """Drop the widgets' views (their stills stay) and everything that the execution noted beside the outputs."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        cell.metadata.pop("execution", None)
        cell.outputs = [output for output in map(_still, cell.outputs) if output is not None]


def _still(output: NotebookNode) -> NotebookNode | None:
    if _WIDGET in output.get("data", {}):
        del output.data[_WIDGET]
        output.metadata.pop(_WIDGET, None)
        if set(output.data) <= {"text/plain"}:
            return None
    return output


def unsettled(notebook: NotebookNode, root: Path) -> list[str]:
    """What in the outputs may not stay: words on stderr, addresses in memory, this machine's paths."""
    found = []
    for number, cell in enumerate(notebook.cells, 1):
        first = cell.source.strip().split("\n")[0][:60]
        for output in cell.get("outputs", []):
            found += [f"cell {number} (`{first}`): {text}." for text in _faults(output, root)]
    return found


def _faults(output: NotebookNode, root: Path) -> list[str]:
    text, found = _ANSI.sub("", _words(output)), []
    if output.get("name") == "stderr":
        found.append(f"it writes on stderr ({text.strip()[:200]!r}): a notebook runs without warnings")
    if address := _ADDRESS.search(text):
        found.append(f"its output holds a memory address ({address[0]}): show something that stays the same")
    for path in _own_paths(root):
        if re.search(rf"(?<![\w./-]){re.escape(path)}(?![\w-])", text):
            found.append(f"its output names a folder of this machine ({path}): show only the file's name")
    return found


def _words(output: NotebookNode) -> str:
    parts = [output.get("text", ""), *output.get("traceback", [])]
    data = output.get("data", {})
    return "\n".join(parts + [text for kind, text in data.items() if isinstance(text, str) and kind != "image/png"])


def _own_paths(root: Path) -> list[str]:
    places = [str(root), sys.prefix, tempfile.gettempdir(), str(Path.home())]
    return [place for place in dict.fromkeys(places) if len(place.strip("/")) > 2]

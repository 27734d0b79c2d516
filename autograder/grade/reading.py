"""A notebook as it was handed in, read with patience: what a careless tool left out or spelt otherwise is put right."""

import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.grade.records import file_hash
from autograder.grade.ungradable import Ungradable

SIZE = 256 * 2**20
"""Bytes of a notebook that is read: fifty times what a notebook full of pictures takes."""

_CELLS = ("code", "markdown", "raw")


def read_bytes(path: Path) -> bytes:
    """The bytes of a notebook. Raises `Ungradable`."""
    try:
        if path.stat().st_size > SIZE:
            raise Ungradable(f"{path.name} has more than {SIZE // 2**20} MB: clear its outputs and hand it in again")
        return path.read_bytes()
    except OSError as error:
        raise Ungradable(f"{path.name} cannot be read: {error.strerror}") from error


def hash_of(path: Path) -> str:
    """The hash of a notebook's bytes; "" where they cannot be read."""
    try:
        return file_hash(read_bytes(path))
    except Ungradable:
        return ""


def parse(content: bytes, name: str) -> NotebookNode:
    """The notebook in today's format, whichever it was written in. Raises `Ungradable`."""
    try:
        return _made(json.loads(content))
    except UnicodeDecodeError:
        raise Ungradable(f"{name} is not UTF-8 text") from None
    except RecursionError:
        raise Ungradable(f"{name} is nested too deeply") from None
    except Exception as error:
        raise Ungradable(f"{name} is no notebook: {str(error)[:200] or type(error).__name__}") from error


def _made(plain: Any) -> NotebookNode:
    if not isinstance(plain, dict) or not isinstance(plain.get("cells", plain.get("worksheets")), list):
        raise ValueError("it holds no list of cells")
    plain.setdefault("nbformat", 4 if "cells" in plain else 3)
    if not isinstance(plain.get("nbformat_minor"), int):
        plain["nbformat_minor"] = 0
    if not isinstance(plain.get("metadata"), dict):
        plain["metadata"] = {}
    if plain["nbformat"] not in nbformat.versions:
        raise ValueError(f"its format is {plain['nbformat']!r}, which is none that nbformat reads")
    if plain["nbformat"] == 4:
        plain["cells"] = _tidy(plain["cells"], plain["nbformat_minor"])
    return nbformat.convert(nbformat.versions[plain["nbformat"]].to_notebook_json(plain, minor=plain["nbformat_minor"]), 4)


def _tidy(cells: list, minor: int) -> list[dict]:
    """Cells of which each has what the format asks for, an id of its own, and none of the outputs that it came with."""
    tidied, seen = [], set()
    for index, cell in enumerate(one for one in cells if isinstance(one, dict)):
        kind, marks = cell.get("cell_type"), cell.get("metadata")
        new = {"cell_type": kind if kind in _CELLS else "raw", "source": _text(cell.get("source"))}
        new["metadata"] = marks if isinstance(marks, dict) else {}
        if kind == "code":
            new |= {"outputs": [], "execution_count": None}
        elif isinstance(cell.get("attachments"), dict):
            new["attachments"] = {name: one for name, one in cell["attachments"].items() if isinstance(one, dict)}
        if minor >= 5:
            name = cell.get("id")
            new["id"] = f"cell-{index}" if not isinstance(name, str) or name in seen else name
            seen.add(new["id"])
        tidied.append(new)
    return tidied


def _text(source: Any) -> str:
    """A cell's text, of lines or in one piece; half a character, as an editor may leave it, becomes a question mark."""
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.encode(errors="replace").decode()

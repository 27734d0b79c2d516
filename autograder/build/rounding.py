"""Outputs that say the same but for the last digits: another processor adds in another order."""

import base64
import math
import re
from typing import Any

from nbformat import NotebookNode

RELATIVE, ABSOLUTE = 1e-6, 1e-9
PIXELS = 0.02
"""How far a coordinate of a drawing may move: the last digit that is written there."""

_NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?!\w)")
_COORDINATE = re.compile(r"[-+−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
_PICTURE_ID = re.compile(r"\btu-[0-9a-f]{8}-")  # made of the drawing itself
_DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_SVG = "image/svg+xml"


def keep_where_alike(made: NotebookNode, before: dict[str, NotebookNode]) -> None:
    """Cells that show the same as before, but for rounding, keep the outputs that they had.

    before: cells by id. So a build on another processor changes no file, and a check finds no difference.
    """
    for cell in made.cells:
        old = before.get(cell.id)
        if cell.cell_type != "code" or old is None or old.source != cell.source:
            continue
        if alike(old.outputs, cell.outputs):
            cell.outputs = old.outputs


def alike(one: Any, other: Any, kind: str = "") -> bool:
    """Whether two pieces of plain data are the same but for rounding in the numbers within their texts.

    kind: the MIME type that they are shown as, where there is one.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key], key) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(alike(a, b, kind) for a, b in zip(one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (not kind.startswith("image/p") and _texts_alike(one, other, kind == _SVG))
    return one == other


def _texts_alike(one: str, other: str, drawn: bool) -> bool:
    if _DRAWING.search(one):
        drawings = [[base64.b64decode(data).decode() for data in _DRAWING.findall(text)] for text in (one, other)]
        if len(drawings[0]) != len(drawings[1]) or not all(_texts_alike(a, b, True) for a, b in zip(*drawings)):
            return False
        one, other = (_DRAWING.sub("", text) for text in (one, other))
    if drawn:
        one, other = (_PICTURE_ID.sub("", text) for text in (one, other))
    number = _COORDINATE if drawn else _NUMBER
    if number.sub("#", one) != number.sub("#", other):
        return False
    pairs = zip(number.findall(one), number.findall(other))
    return all(_close(_value(a), _value(b), PIXELS if drawn else ABSOLUTE) for a, b in pairs)


def _close(a: float, b: float, absolute: float) -> bool:
    return math.isclose(a, b, rel_tol=RELATIVE, abs_tol=absolute)


def _value(text: str) -> float:
    return float(text.replace("−", "-"))

"""`solution`: the worked code of an exercise, on request, once the learner has tried."""

import ast
import contextlib
import linecache
import re
from pathlib import Path
from typing import Any

from autograder.learn import kept
from autograder.learn.course import known, source_of
from autograder.learn.show import card, paragraph, publish

_MARKER = re.compile(r"^\s*###\s*(BEGIN|END) SOLUTION.*$\n?", re.MULTILINE)
_HIDDEN = re.compile(r"^\s*###\s*BEGIN HIDDEN TESTS.*?###\s*END HIDDEN TESTS.*?$\n?", re.MULTILINE | re.DOTALL)


def solution(exercise_id: str) -> Any:
    """Show the worked code and return what it defines: one object, or a tuple where there are more names.

    Returns None, and says why, before the first check of the exercise, or where the course's solutions
    are not at hand. Raises ValueError for an exercise that there is not.
    """
    if not kept.each("exercises")(known(exercise_id)).get("checks"):
        first = f'Once you have run `check("{exercise_id}", …)`, this shows one way to write it.'
        return _say(exercise_id, "Try it first", first)
    path = source_of(exercise_id)
    if path is None:
        where = "It lies in the course's `solutions` folder, which this installation is without."
        return _say(exercise_id, "The solution is not here", where)
    code, objects = worked(exercise_id, path)
    kept.change("exercises", exercise_id, solution=True)
    title = f"{exercise_id}: one way to write it"
    publish("", f"{title}\n\n{code}", markdown=f"**{title}**\n\n```python\n{code}\n```\n")
    return objects[0] if len(objects) == 1 else objects


def worked(exercise_id: str, path: Path) -> tuple[str, tuple]:
    """The worked cells of an exercise as code, and the objects that they define in the order of its names.

    path: the notebook's text. Raises LookupError where a name is not defined in it.
    """
    from autograder.exercises import get

    names = get(exercise_id).names
    cells = _code_cells(_HIDDEN.sub("", path.read_text(encoding="utf-8")))
    worked_cells = [k for k, cell in enumerate(cells) if "BEGIN SOLUTION" in cell and _defined(cell) & set(names)]
    code = "\n\n".join(_MARKER.sub("", cells[k]).strip() for k in worked_cells)
    space = _run(_definitions(cells[: max(worked_cells, default=0)]), code, path.stem)
    missing = [name for name in names if name not in space]
    if missing:
        raise LookupError(f"{path.name} does not define {missing[0]} for {exercise_id}")
    return code, tuple(space[name] for name in names)


def _code_cells(text: str) -> list[str]:
    parts = re.split(r"^# %%(.*)$", text, flags=re.MULTILINE)
    return [body for head, body in zip(parts[1::2], parts[2::2]) if "[markdown]" not in head]


def _defined(code: str) -> set[str]:
    """The names that top-level statements define or fill."""
    found: set[str] = set()
    for node in ast.parse(code).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        for target in getattr(node, "targets", [getattr(node, "target", None)]):
            while isinstance(target, (ast.Subscript, ast.Attribute)):
                target = target.value
            if isinstance(target, ast.Name):
                found.add(target.id)
    return found


def _definitions(cells: list[str]) -> list[str]:
    """The imports, functions and classes of these cells, without their experiments."""
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    bodies = [ast.parse(_MARKER.sub("", cell)).body for cell in cells]
    return [ast.unparse(node) for body in bodies for node in body if isinstance(node, kinds)]


def _run(definitions: list[str], code: str, name: str) -> dict:
    """The names that the worked code defines, with what the notebook has defined before it at hand."""
    space: dict = {"__name__": "solution"}
    for definition in definitions:
        with contextlib.suppress(Exception):  # one that leans on an experiment's result is not needed here
            exec(definition, space)
    filename = f"<solution of {name}>"
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    exec(compile(code, filename, "exec"), space)
    return space


def _say(exercise_id: str, title: str, text: str) -> None:
    html = card("note", f"{exercise_id}. {title}", paragraph(text))
    publish(html, f"{exercise_id}. {title}. {text.replace('`', '')}")

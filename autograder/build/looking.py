"""Look a notebook's text over before anything is made of it: each rule says what, where, and what to do."""

import ast
import re
from collections.abc import Callable, Iterator

from nbformat import NotebookNode

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SOLUTION, _HIDDEN = "SOLUTION", "HIDDEN TESTS"
Rule = Callable[[NotebookNode, dict], Iterator[str]]


def problems(notebook: NotebookNode, starts: list[int], name: str) -> list[str]:
    """One line for each thing that is wrong, with the file and the line of its cell; empty where all is well.

    starts: the lines at which the cells begin; name: how to call the file.
    """
    found, seen = [], {}
    for index, cell in enumerate(notebook.cells):
        meta = cell.metadata.get("nbgrader", {})
        where = f"{name}:{starts[index]}" if len(starts) == len(notebook.cells) else f"{name}, cell {index + 1}"
        where += f" ({meta['grade_id']})" if meta.get("grade_id") else ""
        said = [text for rule in RULES if meta or rule in ANY_CELL for text in rule(cell, meta)]
        grade_id = meta.get("grade_id")
        if grade_id in seen:
            said.append(f"the grade_id is that of the cell at line {seen[grade_id]} too: give this cell another")
        elif grade_id:
            seen[grade_id] = starts[index] if len(starts) == len(notebook.cells) else index + 1
        found += [f"{where}: {text}." for text in said]
    return found


def _has_an_id(cell: NotebookNode, meta: dict) -> Iterator[str]:
    if not _ID.fullmatch(str(meta.get("grade_id", ""))):
        yield 'the cell has no good grade_id: add "grade_id": "a_short_name", of letters, digits, "_" and "-"'


def _names_only_what_nbgrader_knows(cell: NotebookNode, meta: dict) -> Iterator[str]:
    known = {"grade", "grade_id", "locked", "points", "schema_version", "solution", "task"}
    for name in sorted(set(meta) - known):
        yield f'nbgrader knows no "{name}": it reads {", ".join(sorted(known))}'
    if meta.get("schema_version") != 3:
        yield 'the schema_version is not 3: write "schema_version": 3'


def _regions_are_whole(cell: NotebookNode, meta: dict) -> Iterator[str]:
    for region in (_SOLUTION, _HIDDEN):
        marks = re.findall(rf"^\s*### (BEGIN|END) {region}\s*$", cell.source, re.MULTILINE)
        if marks != ["BEGIN", "END"] * (len(marks) // 2):
            yield f"### BEGIN {region} and ### END {region} do not come in pairs: close each before the next begins"
        if cell.source.count(f"BEGIN {region}") != marks.count("BEGIN"):
            yield f"a BEGIN {region} is misspelt: write `### BEGIN {region}` on a line of its own"


def _regions_are_where_they_belong(cell: NotebookNode, meta: dict) -> Iterator[str]:
    if f"BEGIN {_SOLUTION}" in cell.source and not meta.get("solution"):
        yield 'a solution stands in a cell that is no solution cell: add "solution": true, or learners get to see it'
    if f"BEGIN {_HIDDEN}" in cell.source and not _is_test(meta):
        yield 'hidden tests stand in a cell that is no test cell: add "grade": true, or learners get to see them'


def _solutions_leave_a_stub(cell: NotebookNode, meta: dict) -> Iterator[str]:
    if meta.get("solution") and f"BEGIN {_SOLUTION}" not in cell.source:
        yield "the solution cell has no ### BEGIN SOLUTION: without it the learner gets an empty cell"
    if meta.get("solution") and (meta.get("locked") or meta.get("grade")):
        yield 'an exercise is neither locked nor graded, its tests are: set "locked" and "grade" to false'


def _tests_carry_points(cell: NotebookNode, meta: dict) -> Iterator[str]:
    if not _is_test(meta):
        return
    points = meta.get("points")
    if isinstance(points, bool) or not isinstance(points, (int, float)) or points <= 0:
        yield 'the test cell has no points: add "points": 1, or as many as it is worth'
    if not meta.get("locked"):
        yield 'the test cell is not locked: set "locked": true, so that it cannot be edited by accident'


def _tests_prove(cell: NotebookNode, meta: dict) -> Iterator[str]:
    if not _is_test(meta):
        return
    hidden = re.findall(rf"### BEGIN {_HIDDEN}\n(.*?)### END {_HIDDEN}", cell.source, re.DOTALL)
    try:
        calls = [call for part in hidden for call in _calls_of_prove(part)]
        imported = _imported(cell.source)
    except SyntaxError as error:
        yield f"the test cell is no Python: {error.msg}"
        return
    if not calls:
        call = 'prove("NN.name", function, "property", seed=…)'
        yield f"the test cell proves nothing: put {call} between ### BEGIN and ### END HIDDEN TESTS"
    elif "prove" not in imported:
        yield "prove is not imported in the test cell itself: a learner may have used its name for something else"
    for call in calls:
        yield from _prove_is_literal(call)


def _prove_is_literal(call: ast.Call) -> Iterator[str]:
    shown = ast.unparse(call)
    exercise, *rest = call.args or [None]
    properties = [argument for argument in rest if not isinstance(argument, ast.Name)]
    if not all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in [exercise, *properties]):
        yield f"the grader reads `{shown}` without running it: the exercise and the properties must be plain strings"
        return
    if [keyword.arg for keyword in call.keywords] != ["seed"] or not isinstance(call.keywords[0].value, ast.Constant):
        yield f"`{shown}` needs seed= with a number, and no other keyword"
    yield from _is_asked(exercise.value, [one.value for one in properties], len(rest) - len(properties))


def _is_asked(exercise_id: str, properties: list[str], objects: int) -> Iterator[str]:
    from autograder.exercises import get

    try:
        exercise = get(exercise_id)
    except KeyError as error:
        yield error.args[0]
        return
    except ImportError as error:
        yield f"the exercises of {exercise_id} cannot be imported: {error}"
        return
    if objects != len(exercise.names):
        yield f"{exercise_id} is about {' and '.join(exercise.names)}: give prove just that, before the properties"
    for name in properties:
        if name not in exercise.properties:
            yield f"{exercise_id} has no property {name!r}: there are {', '.join(exercise.properties)}"


def _is_test(meta: dict) -> bool:
    return bool(meta.get("grade")) and not meta.get("solution")


def _calls_of_prove(source: str) -> list[ast.Call]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "prove"]


def _imported(source: str) -> set[str]:
    nodes = [node for node in ast.parse(source).body if isinstance(node, (ast.Import, ast.ImportFrom))]
    return {alias.asname or alias.name for node in nodes for alias in node.names}


ANY_CELL: tuple[Rule, ...] = (_regions_are_whole, _regions_are_where_they_belong)
RULES: tuple[Rule, ...] = (
    _has_an_id,
    _names_only_what_nbgrader_knows,
    _solutions_leave_a_stub,
    _tests_carry_points,
    _tests_prove,
    *ANY_CELL,
)

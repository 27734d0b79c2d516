"""What the release says of a notebook: its cells, their points, and what their tests ask to be proved."""

import ast
import hashlib
import json
from dataclasses import dataclass, field

from IPython.core.inputtransformer2 import TransformerManager
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook

from autograder.exercises import get


@dataclass(frozen=True)
class Proof:
    """One `prove(…)` in a test cell: marks hang on these properties of this exercise (none named: all)."""

    exercise: str
    properties: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def to_json(self) -> dict:
        return {"exercise": self.exercise, "properties": list(self.properties), "names": list(self.names)}


@dataclass(frozen=True)
class ReleasedCell:
    """A cell that nbgrader knows, as the instructor released it."""

    name: str
    cell_type: str
    source: str
    locked: bool
    grade: bool
    solution: bool
    task: bool
    points: float | None
    checksum: str | None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The released notebook: its cells by nbgrader's id, in order, and a hash of all that decides marks."""

    cells: dict[str, ReleasedCell] = field(default_factory=dict)

    @property
    def proves(self) -> bool:
        """Whether any marks of this notebook are decided outside the sandbox."""
        return any(cell.proofs for cell in self.cells.values())

    def has_work_in(self, nb: NotebookNode) -> bool:
        """Whether a mended notebook holds a cell to be filled in, or any text that names what is to be proved."""
        marks = [(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source) for cell in nb.cells]
        names = {name for cell in self.cells.values() for proof in cell.proofs for name in get(proof.exercise).names}
        own = [source for name, source in marks if name not in self.cells]
        return any(name in self.cells and self.cells[name].solution for name, _ in marks) or any(name in source for source in own for name in names)

    @property
    def hash(self) -> str:
        """Of the test cells: their text, their points, their order."""
        tests = [[cell.name, cell.source, cell.points] for cell in self.cells.values() if cell.grade]
        return hashlib.sha256(json.dumps(tests).encode()).hexdigest()


def read_plan(gradebook: Gradebook, notebook: str, assignment: str) -> Plan:
    """The plan as the gradebook has it since `nbgrader generate_assignment`. Raises MissingEntry."""
    entry = gradebook.find_notebook(notebook, assignment)
    grades = {cell.name: cell for cell in entry.grade_cells}
    solutions, tasks = {cell.name for cell in entry.solution_cells}, {cell.name: cell for cell in entry.task_cells}
    cells = {}
    for cell in entry.source_cells:
        source, graded = cell.source or "", cell.name in grades
        points = grades[cell.name].max_score if graded else getattr(tasks.get(cell.name), "max_score", None)
        proofs = find_proofs(source, cell.name) if graded and cell.cell_type == "code" else ()
        flags = {"locked": bool(cell.locked), "grade": graded, "solution": cell.name in solutions, "task": cell.name in tasks}
        cells[cell.name] = ReleasedCell(cell.name, cell.cell_type, source, points=points, checksum=cell.checksum, proofs=proofs, **flags)
    return Plan(cells)


def find_proofs(source: str, name: str = "?") -> tuple[Proof, ...]:
    """The `prove(…)` calls of a test cell. Raises ValueError where one does not say what it asks in plain words."""
    if "prove" not in source:
        return ()
    try:
        tree = ast.parse(TransformerManager().transform_cell(source))
    except SyntaxError as error:
        raise ValueError(f"test cell {name} calls prove, but is no Python: {error}") from None
    return tuple(_proof(node, name) for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) == "prove")


def _called(node: ast.Call) -> str | None:
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", None)


def _proof(node: ast.Call, name: str) -> Proof:
    exercise, *rest = node.args or [None]
    if not (isinstance(exercise, ast.Constant) and isinstance(exercise.value, str)):
        raise ValueError(f'test cell {name}: write prove("05.train", train, "property", seed=…) with the id as text')
    properties = [one.value for one in rest if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    names = [one.id for one in rest if isinstance(one, ast.Name)]
    if len(properties) + len(names) != len(rest):
        raise ValueError(f"test cell {name}: prove takes the learner's names, and properties as text")
    return Proof(exercise.value, tuple(properties), tuple(names))

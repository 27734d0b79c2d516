"""Before grading: the notebook is made whole again, so that an accident costs no honest learner a point."""

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder.grade.plan import Plan, ReleasedCell, read_plan


class MendNotebook(NbGraderPreprocessor):
    """Puts back what the release had and the submission lacks: test cells deleted, duplicated, moved before
    what they test, or with their marks of nbgrader changed or gone.

    Only for notebooks whose tests call `prove`; others go through as stock nbgrader has them.
    """

    everywhere = Bool(False, help="Mend notebooks without proofs as well.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Mend in place."""
        plan = self.plan(resources["nbgrader"])
        if plan.proves or self.everywhere:
            mend(nb, plan)
        return nb, resources

    def plan(self, ids: dict) -> Plan:
        """What was released under these ids."""
        with Gradebook(ids["db_url"]) as gradebook:
            return read_plan(gradebook, ids["notebook"], ids["assignment"])


def mend(nb: NotebookNode, plan: Plan) -> None:
    """Make `nb` hold each released cell once, under nbgrader's own marks, no test before what it tests."""
    nb.metadata = _plain_metadata(nb)
    for cell in nb.cells:
        _strip(cell)
    known = _find(nb, plan)
    for name, released in plan.cells.items():
        if name in known:
            _keep_what_was_written(nb, known[name], released)
            _restore(known[name], released)
        elif released.grade or released.task:
            known[name] = _make(released)
            nb.cells.append(known[name])
    _put_tests_last(nb, plan, known)


def _plain_metadata(nb: NotebookNode) -> NotebookNode:
    return NotebookNode({name: nb.metadata[name] for name in ("kernelspec", "language_info") if name in nb.metadata})


def _strip(cell: NotebookNode) -> None:
    """A learner's metadata says nothing to the grader, but which cell of the release this was."""
    marks = cell.metadata.get("nbgrader")
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    cell.metadata = NotebookNode({"nbgrader": {"grade_id": name}} if isinstance(name, str) else {})


def _find(nb: NotebookNode, plan: Plan) -> dict[str, NotebookNode]:
    """Released cells by name: as marked, the last of several as nbgrader has it; else by the same text.

    A copy that was left as released, beside one that was worked on, is dropped: run later, it would undo the work.
    """
    known: dict[str, NotebookNode] = {}
    for cell in reversed(nb.cells):
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in plan.cells and name not in known:
            known[name] = cell
        elif name in known and _is_untouched(cell, plan.cells[name]):
            _drop(nb, cell)
        elif name in known and _is_untouched(known[name], plan.cells[name]):
            _drop(nb, known[name])
            known[name] = cell
        else:
            cell.metadata = NotebookNode()
    for name, released in plan.cells.items():
        if name not in known:
            same = [cell for cell in nb.cells if not cell.metadata and cell.source.strip() == released.source.strip()]
            if same and released.source.strip():
                known[name] = same[-1]
    return known


def _drop(nb: NotebookNode, cell: NotebookNode) -> None:
    nb.cells = [one for one in nb.cells if one is not cell]


def _is_untouched(cell: NotebookNode, released: ReleasedCell) -> bool:
    """Whether a cell holds no line but the release's, of which the hidden tests were never the learner's."""
    return _lines(cell.source) <= _lines(released.source)


def _lines(source: str) -> set[str]:
    return {line.strip() for line in source.splitlines()} | {""}


def _keep_what_was_written(nb: NotebookNode, cell: NotebookNode, released: ReleasedCell) -> None:
    """What a learner wrote into a locked cell (by merging two, say) stays, as a cell of their own before it."""
    if released.locked and cell.cell_type == "code" and not _is_untouched(cell, released):
        nb.cells.insert(_index(nb, cell), v4.new_code_cell(cell.source))


def _restore(cell: NotebookNode, released: ReleasedCell) -> None:
    if released.locked:
        cell.source = released.source
    if cell.cell_type != released.cell_type:
        cell.cell_type = released.cell_type
        for name in ("outputs", "execution_count", "attachments"):
            cell.pop(name, None)
        if released.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    cell.metadata = _marks(released)


def _make(released: ReleasedCell) -> NotebookNode:
    new = v4.new_code_cell if released.cell_type == "code" else v4.new_markdown_cell
    return new(released.source, metadata=_marks(released))


def _marks(released: ReleasedCell) -> NotebookNode:
    marks = {
        "cell_type": released.cell_type,
        "checksum": released.checksum,
        "grade": released.grade,
        "grade_id": released.name,
        "locked": released.locked,
        "schema_version": 3,
        "solution": released.solution,
        "task": released.task,
    }
    if released.points is not None and (released.grade or released.task):
        marks["points"] = released.points
    return NotebookNode(nbgrader=NotebookNode(marks))


def _put_tests_last(nb: NotebookNode, plan: Plan, known: dict[str, NotebookNode]) -> None:
    """Move each locked test that stands before a released cell it came after to right behind that one."""
    names = [name for name in plan.cells if name in known]
    for place, name in enumerate(names):
        released = plan.cells[name]
        if not (released.grade and released.locked):
            continue
        before = [_index(nb, known[earlier]) for earlier in names[:place]]
        here = _index(nb, known[name])
        if before and here < max(before):
            nb.cells.insert(max(before), nb.cells.pop(here))


def _index(nb: NotebookNode, cell: NotebookNode) -> int:
    return next(index for index, one in enumerate(nb.cells) if one is cell)

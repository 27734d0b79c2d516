"""Steps before a feedback page is written: findings go to the code they are about, hidden tests go."""

import ast

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from traitlets import Bool, List

from autograder.exercises import get


class Step(NbGraderPreprocessor):
    """nbconvert tells every step which outputs to prefer, and warns where one does not listen; as nbgrader's own do."""

    display_data_priority = List().tag(config=True)


class FindingsBesideCode(Step):
    """Puts the verdicts, which the executor left in the test cells, under the code that they judge.

    A cell gets `metadata.findings`, a list of {"exercise", "passed", "properties": [(sentence, holds)],
    "findings", "trace"}; the notebook gets `metadata.findings`, the same of all cells, each with the `anchor` of its cell.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """In place. A notebook that stock nbgrader has graded comes through as it is."""
        traces = (nb.metadata.get("autograder") or {}).get("traces") or {}
        for cell in nb.cells:
            cell.metadata.pop("findings", None)
        everything = []
        for exercise, told in _verdicts(nb).items():
            place, cell = _code_of(nb, exercise, told["at"])
            about = NotebookNode(anchor=f"code-{place}", trace=traces.get(exercise), **told["verdict"])
            cell.metadata.setdefault("findings", []).append(about)
            everything.append(about)
        nb.metadata["findings"] = everything
        return nb, resources


def _verdicts(nb: NotebookNode) -> dict[str, dict]:
    """Exercise -> {"at": its first test cell, "verdict": what all its test cells say together}."""
    found: dict[str, dict] = {}
    for at, cell in enumerate(nb.cells):
        for verdict in (cell.metadata.get("autograder") or {}).get("verdicts", ()):
            told = found.setdefault(verdict["exercise"], {"at": at, "verdict": _plain(verdict)})["verdict"]
            told["findings"] = told["findings"] or verdict["findings"]
            told["passed"] = told["passed"] and verdict["passed"]
    return found


def _plain(verdict: dict) -> dict:
    sentences, held = _sentences(verdict["exercise"]), dict(verdict["properties"])
    order = [name for name in sentences if name in held] + [name for name in held if name not in sentences]  # files have them by name
    properties = [[sentences.get(name, name), held[name]] for name in order]
    return {"exercise": verdict["exercise"], "passed": verdict["passed"], "properties": properties, "findings": verdict["findings"]}


def _sentences(exercise: str) -> dict[str, str]:
    try:
        return get(exercise).properties
    except KeyError:
        return {}


def _code_of(nb: NotebookNode, exercise: str, before: int) -> tuple[int, NotebookNode]:
    """The cell that the learner's names come from: the last before the test that defines one, else the test itself."""
    try:
        names = set(get(exercise).names)
    except KeyError:
        names = set()
    for at in range(before - 1, -1, -1):
        cell = nb.cells[at]
        if cell.cell_type == "code" and not _is_test(cell) and names & _defined(cell.source):
            return at, cell
    return before, nb.cells[before]


def _is_test(cell: NotebookNode) -> bool:
    return utils.is_grade(cell) and not utils.is_solution(cell)


def _defined(source: str) -> set[str]:
    """The names that a cell defines at its top; where it is no Python, those its lines seem to define."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):
        return {line.split("(")[0].split("=")[0].split(":")[0].removeprefix("def ").removeprefix("class ").strip() for line in source.splitlines()}
    functions = {one.name for one in statements if isinstance(one, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)}
    names = {target.id for one in statements if isinstance(one, ast.Assign) for target in one.targets if isinstance(target, ast.Name)}
    return functions | names


class HideTests(ClearHiddenTests, Step):
    """Takes hidden tests out of the page, and out of what an error shows of them.

    Where the regions begin and end is `ClearHiddenTests`' own option.
    """

    hide = Bool(True, help="Whether hidden tests stay hidden in feedback; stock nbgrader shows them.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """In place."""
        for cell in nb.cells if self.hide else ():
            if cell.cell_type == "code" and self.begin_test_delimeter in cell.source and self._region_goes(cell):
                cell.outputs = [_without_code(output) for output in cell.outputs]
        return nb, resources

    def _region_goes(self, cell: NotebookNode) -> bool:
        try:
            return self._remove_hidden_test_region(cell)
        except RuntimeError:  # a region without an end: nothing below its beginning may be shown
            cell.source = cell.source.split(self.begin_test_delimeter)[0].rstrip("# \n")
            return True


def _without_code(output: NotebookNode) -> NotebookNode:
    """An error without its traceback, which quotes the cell."""
    if output.output_type != "error":
        return output
    said = f"{output.ename}: {output.evalue}" if output.evalue else output.ename
    return NotebookNode(output_type="error", ename=output.ename, evalue=output.evalue, traceback=[said])

"""nbgrader's `Execute`, contained: cells run in the sandbox, and marks of cells with proofs are decided outside."""

import json
import platform
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbclient.client import NotebookClient
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute
from traitlets import Bool, Enum, Float, Integer

from autograder.grade import folder, marking, records, shared
from autograder.grade.inside.limits import Limits
from autograder.grade.judge_pool import CannotJudge
from autograder.grade.performance import CellRun, Job, Performance, perform
from autograder.grade.plan import Plan, read_plan
from autograder.grade.sandbox import ISOLATIONS
from autograder.grade.slicing import needed
from autograder.grade.ungradable import Ungradable

LANGUAGE = {
    "name": "python",
    "version": platform.python_version(),
    "mimetype": "text/x-python",
    "codemirror_mode": {"name": "ipython", "version": 3},
    "pygments_lexer": "ipython3",
    "nbconvert_exporter": "python",
    "file_extension": ".py",
}


_SHOWN = ("stream", "display_data", "execute_result", "error", "clear_output", "update_display_data", "comm_open", "comm_msg", "comm_close")


class SandboxExecute(Execute):
    """Takes the place of nbgrader's `Execute`, with its options (`timeout` and so on), through configuration.

    A notebook whose released tests call no `prove` gets what stock nbgrader gives it. Where they do, a test
    cell's points hang on observations that are verified here, outside the learner's process.
    """

    isolation = Enum(ISOLATIONS, "bubblewrap", help="How submissions are contained: bubblewrap, process or none.").tag(config=True)
    whole_timeout = Float(600.0, help="Seconds for a whole notebook.").tag(config=True)
    memory = Integer(2 * 2**30, help="Bytes that a submission may use beyond its libraries.").tag(config=True)
    processes = Integer(64, help="Processes and threads that a submission may have at one time.").tag(config=True)
    skip_demonstrations = Bool(
        False, help="Whether to leave out cells of the release that no graded cell builds on; marks are the same."
    ).tag(config=True)
    keep_records = Bool(True, help="Whether to write what each mark came from, beside the autograded directory.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, ResourcesDict]:
        """Execute the notebook in place. Raises `NoWalls`, and `Ungradable` where no fair mark can be given."""
        with shared.bench(self.isolation) as bench:
            plan, record = self.prepare(nb, resources)
            performance = perform(bench.sandbox, self.job(nb, plan, record, resources))
            record = self.finish(nb, plan, record, performance, bench.judges.verdict, resources)
        path = self._record_path(resources)
        if path and self.keep_records:
            records.write(path, record)
        return self.nb, self.resources

    def prepare(self, nb: NotebookNode, resources: dict) -> tuple[Plan, records.Record]:
        """The plan of this notebook, and the record of this run with its seed."""
        _must_be_python(nb)
        ids = resources["nbgrader"]
        with Gradebook(ids["db_url"]) as gradebook:
            plan = read_plan(gradebook, ids["notebook"], ids["assignment"])
        content = self._submitted(nb, resources)
        path = self._record_path(resources)
        before = records.read(path) if path else None
        return plan, records.begin(records.file_hash(content), plan.hash, self.isolation, before)

    def job(self, nb: NotebookNode, plan: Plan, record: records.Record, resources: dict) -> Job:
        """What there is to perform. Learners' tags and metadata play no part: every code cell is run."""
        proofs = {name: cell.proofs for name, cell in plan.cells.items()}
        cells = [cell for cell in nb.cells if _runs(cell)]
        wanted = self._wanted(cells, plan, resources)
        sources = [(_source(cell, plan), proofs.get(_grade_id(cell), ())) if runs else None for cell, runs in zip(cells, wanted)]
        seeds = {proof.exercise: record.seed_for(proof.exercise) for asked in proofs.values() for proof in asked}
        return Job(sources, self._files(resources), seeds, self.limits())

    def _files(self, resources: dict) -> dict[str, bytes]:
        """What lies beside the notebook: the learner's files as handed in, and the instructor's over them.

        Not as nbgrader has copied them: a link in a submission would have become what it points at.
        """
        course, ids = self._course(), resources["nbgrader"]
        if course is None:
            path = (resources.get("metadata") or {}).get("path")
            return folder.read_files(Path(path)) if path else {}
        submitted = course.format_path(course.submitted_directory, ids["student"], ids["assignment"])
        source = course.format_path(course.source_directory, ".", ids["assignment"])
        return {**folder.read_files(Path(submitted)), **folder.read_files(Path(source))}

    def _wanted(self, cells: list[NotebookNode], plan: Plan, resources: dict) -> list[bool]:
        """Which cells to run: all, but for the release's own demonstrations where they are not asked for."""
        if not self.skip_demonstrations or not plan.proves:
            return [True] * len(cells)
        return needed([_source(cell, plan) for cell in cells], [_grade_id(cell) in plan.cells for cell in cells], self._released(resources))

    def is_as_released(self, nb: NotebookNode, plan: Plan, resources: dict) -> bool:
        """Whether no code cell of a notebook holds anything but what was released."""
        known = self._released(resources) | {cell.source.strip() for cell in plan.cells.values()}
        return all(cell.source.strip() in known for cell in nb.cells if _runs(cell))

    def _released(self, resources: dict) -> set[str]:
        """The texts of the code cells in the instructor's own notebook."""
        course, ids = self._course(), resources["nbgrader"]
        if course is None:
            return set()
        path = Path(course.format_path(course.source_directory, ".", ids["assignment"]), f"{ids['notebook']}.ipynb")
        return released_texts(path, path.stat().st_mtime_ns) if path.is_file() else set()

    def limits(self) -> Limits:
        """The limits, from nbgrader's options and our own."""
        cell = float(self.timeout) if self.timeout and self.timeout > 0 else self.whole_timeout
        return Limits(cell=cell, whole=self.whole_timeout, memory=self.memory, processes=self.processes)

    def finish(
        self, nb: NotebookNode, plan: Plan, record: records.Record, performance: Performance, judge: Any, resources: dict
    ) -> records.Record:
        """Put outputs in the notebook and decide the cells with proofs; returns the whole record."""
        NotebookClient.__init__(self, nb)
        self.reset_execution_trackers()
        self.comm_open_handlers = {}  # nbclient would talk back to a kernel
        self._check_assign_resources(resources)
        self.nb.metadata["language_info"] = dict(LANGUAGE)
        runs = iter(performance.runs)
        verdicts, traces = {}, {}
        for index, cell in enumerate(self.nb.cells):
            if not _runs(cell):
                continue
            run = next(runs)
            if run is None:
                continue
            self._show(cell, index, run)
            released = plan.cells.get(_grade_id(cell))
            if released is not None and released.proofs:
                decision = self._decide(run, released.proofs, performance, record, judge)
                marking.rewrite(cell, decision)
                verdicts[released.name] = [verdict.to_json() for verdict in decision.verdicts]
                traces |= {verdict.exercise: verdict.trace for verdict in decision.verdicts if verdict.trace}
        self.set_widgets_metadata()
        record = replace(record, verdicts=verdicts, marks=_marks(self.nb))
        if plan.proves:  # any other notebook comes out as stock nbgrader writes it
            self.nb.metadata["autograder"] = NotebookNode({**record.to_json(), "traces": traces})
        return record

    def _decide(self, run: CellRun, proofs: tuple, performance: Performance, record: records.Record, judge: Any) -> marking.Decision:
        seeds = {proof.exercise: record.seed_for(proof.exercise) for proof in proofs}
        try:
            return marking.decide(run, proofs, performance, seeds, judge, self.limits().cell)
        except CannotJudge as error:
            raise Ungradable(f"the judge failed, which is not the learner's fault: {error}") from error

    def _show(self, cell: NotebookNode, index: int, run: CellRun) -> None:
        """The outputs of one cell, made of its messages as nbclient makes them."""
        cell.outputs, cell.execution_count = [], None
        self.clear_before_next_output = False
        for message in run.messages:
            self._show_one(message, cell, index)
        cell.outputs = [output for output in cell.outputs if _is_valid(output)]
        self.code_cells_executed += 1
        cell.execution_count = self.code_cells_executed
        self.on_cell_executed(cell=cell, cell_index=index, execute_reply={"content": self._reply(run)})

    def _show_one(self, message: dict, cell: NotebookNode, index: int) -> None:
        try:
            if message["msg_type"] not in _SHOWN:
                return  # nothing that a notebook keeps
            self.process_message({"parent_header": {}, "header": {"msg_type": message["msg_type"]}, **message}, cell, index)
        except Exception as error:  # whatever a learner's process may have made up
            self.log.warning("An output of cell %s cannot be shown: %s", index, error)

    def _reply(self, run: CellRun) -> dict:
        """What nbclient would have heard of the cell's end."""
        if run.ended == "timed-out":
            return {"status": "error", **self.error_on_timeout}
        if run.ended != "done":
            said = f"The cell ended the process: {run.ended}{f' ({run.detail})' if run.detail else ''}."
            return {"status": "error", "ename": "DeadKernelError", "evalue": said, "traceback": [said]}
        if run.answer.get("status") == "ok":
            return {"status": "ok"}
        name, value = str(run.answer.get("ename", "Error")), str(run.answer.get("evalue", ""))
        return {"status": "error", "ename": name, "evalue": value, "traceback": [f"{name}: {value}"]}

    def _submitted(self, nb: NotebookNode, resources: dict) -> bytes:
        """The bytes of the notebook as it was handed in, or as it was given where it lies elsewhere."""
        course, ids = self._course(), resources["nbgrader"]
        if course is not None:
            path = Path(course.format_path(course.submitted_directory, ids["student"], ids["assignment"]))
            try:
                return (path / f"{ids['notebook']}.ipynb").read_bytes()
            except OSError:
                pass
        return json.dumps([[cell.cell_type, cell.source] for cell in nb.cells]).encode()

    def _record_path(self, resources: dict) -> Path | None:
        course, ids = self._course(), resources["nbgrader"]
        if course is None:
            return None
        autograded = Path(course.root, course.autograded_directory)
        return records.place(autograded, ids["assignment"], ids["student"], ids["notebook"])

    def _course(self) -> Any:
        above = self.parent
        while above is not None and getattr(above, "coursedir", None) is None:
            above = getattr(above, "parent", None)
        return above.coursedir if above is not None else None


@lru_cache(maxsize=64)
def released_texts(path: Path, _changed: int) -> set[str]:
    """The texts of a notebook's code cells."""
    notebook = nbformat.read(path, as_version=4)
    return {cell.source.strip() for cell in notebook.cells if cell.cell_type == "code"}


def _must_be_python(nb: NotebookNode) -> None:
    kernel = nb.metadata.get("kernelspec", {})
    language = kernel.get("language") or ("python" if str(kernel.get("name", "python")).startswith("python") else None)
    if language and language != "python":
        raise Ungradable(f"the release asks for a {language} kernel, and the sandbox runs Python only")


def _runs(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


def _grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _source(cell: NotebookNode, plan: Plan) -> str:
    released = plan.cells.get(_grade_id(cell))
    return released.source if released is not None and released.locked else cell.source


def _is_valid(output: NotebookNode) -> bool:
    """Whether an output is of the notebook format, whatever a learner's process may have made up."""
    if output.output_type == "stream":
        return output.name in ("stdout", "stderr") and isinstance(output.text, str)
    if output.output_type == "error":
        return all(isinstance(one, str) for one in (output.ename, output.evalue, *output.traceback))
    bundle = output.get("data")
    if not isinstance(bundle, dict) or not isinstance(output.get("metadata"), dict):
        return False
    return all(isinstance(value, str) or kind.endswith("json") or _are_lines(value) for kind, value in bundle.items())


def _are_lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


def _marks(nb: NotebookNode) -> dict[str, list]:
    graded = [cell for cell in nb.cells if utils.is_grade(cell) and _grade_id(cell)]
    return {_grade_id(cell): list(utils.determine_grade(cell)) for cell in graded}

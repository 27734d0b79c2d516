"""A class graded: what one submission needs, from its folder to its marks, in three parts.

`read` (quick, here) -> `work` (in threads: the sandbox and the judges) -> `write` (quick, here, one
transaction). Whatever stops the run, a submission is graded whole or not at all.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import CheckCellMetadata, DeduplicateIds, OverwriteCells

from autograder.grade import records
from autograder.grade.class_course import make_converter, open_course, steps
from autograder.grade.executor import SandboxExecute
from autograder.grade.mend import MendNotebook
from autograder.grade.one_gradebook import OneGradebook
from autograder.grade.performance import Job, Performance
from autograder.grade.plan import Plan, read_plan
from autograder.grade.reading import hash_of, parse, read_bytes
from autograder.grade.submissions import Submission
from autograder.grade.ungradable import Ungradable
from autograder.judge.verdict import Verdict


_DONE_BY_MENDING = (DeduplicateIds, OverwriteCells, CheckCellMetadata)
"""Steps that a mended notebook goes through unchanged: its released cells are written anew from the gradebook."""


@dataclass
class Work:
    """One notebook of a submission on its way."""

    notebook: str
    nb: NotebookNode
    plan: Plan
    record: records.Record
    job: Job
    performance: Performance | None = None
    verdicts: dict[tuple, Verdict | Exception] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


class ClassRun:
    """The pieces that all submissions of a run share. `gradebook` is set while a run is on."""

    def __init__(self, root: Path, isolation: str, all_cells: bool):
        self.course, self.app = open_course(root)
        self.converter = make_converter(self.course, self.app)
        self.cleaning = steps(self.converter, self.converter.sanitize_preprocessors)
        self.grading = steps(self.converter, self.converter.autograde_preprocessors)
        self.executor = next(step for step in self.grading if isinstance(step, SandboxExecute))
        self.executor.isolation, self.executor.skip_demonstrations = isolation, not all_cells
        self.gradebook: OneGradebook | None = None
        self.seconds = dict.fromkeys(("reading", "running", "judging", "writing"), 0.0)
        for step in self.cleaning:
            if isinstance(step, MendNotebook):
                step.plan = lambda ids: self.plan(ids["assignment"], ids["notebook"])
        self._plans: dict[tuple[str, str], Plan] = {}

    def plan(self, assignment: str, notebook: str) -> Plan:
        """The plan of a notebook, read once."""
        key = assignment, notebook
        if key not in self._plans:
            self._plans[key] = read_plan(self.gradebook.gradebook, notebook, assignment)
        return self._plans[key]

    def read(self, submission: Submission) -> list[Work]:
        """Read and clean the notebooks. Raises `Ungradable`."""
        if submission.student != submission.student.encode(errors="replace").decode():
            raise Ungradable("the name of the learner's folder is not UTF-8 text: rename the folder")
        if not submission.notebooks:
            raise Ungradable(_why_none(submission))
        start = time.monotonic()
        works = [self._read_one(submission, name, path) for name, path in submission.notebooks.items()]
        self.seconds["reading"] += time.monotonic() - start
        return works

    def _read_one(self, submission: Submission, name: str, path: Path) -> Work:
        content = read_bytes(path)
        plan = self.plan(submission.assignment, name)
        resources = self.resources(submission, name)
        nb = parse(content, path.name)
        try:
            for step in self.cleaning:
                if not (plan.proves and isinstance(step, _DONE_BY_MENDING)):
                    nb, resources = step(nb, resources)
        except Ungradable:
            raise
        except Exception as error:
            raise Ungradable(f"{path.name} cannot be made ready: {type(error).__name__}: {error}") from error
        if plan.proves:
            self._must_be_meant(submission, path.name, nb, plan, resources)
        before = records.read(self.record_path(submission, name))
        record = records.begin(records.file_hash(content), plan.hash, self.executor.isolation, before)
        return Work(name, nb, plan, record, self.executor.job(nb, plan, record, resources))

    def _must_be_meant(self, submission: Submission, file: str, nb: NotebookNode, plan: Plan, resources: dict) -> None:
        """A zero is for work that is wrong, not for another file than the learner meant. Raises `Ungradable`."""
        if submission.others and self.executor.is_as_released(nb, plan, resources):
            raise Ungradable(
                f"{file} is as it was released, and beside it lies {submission.others[0]}: "
                f"leave the one that counts, as {resources['nbgrader']['notebook']}.ipynb, and grade again"
            )
        if not plan.has_work_in(nb):
            raise Ungradable(f"{file} holds no cell and no function of {resources['nbgrader']['notebook']}: it seems to be another notebook")

    def resources(self, submission: Submission, notebook: str) -> dict:
        """nbgrader's and nbconvert's resources for one notebook."""
        ids = {"student": submission.student, "assignment": submission.assignment, "notebook": notebook}
        return {
            "unique_key": notebook,
            "output_files_dir": f"{notebook}_files",
            "metadata": {"path": str(submission.folder), "name": notebook},
            "nbgrader": {**ids, "db_url": self.course.db_url},
            "output_extension": ".ipynb",
        }

    def finish(self, submission: Submission, works: list[Work]) -> list[tuple[NotebookNode, dict, records.Record]]:
        """Outputs and decisions for every notebook, without writing anything."""
        done = []
        for work in works:
            resources = self.resources(submission, work.notebook)
            record = self.executor.finish(work.nb, work.plan, work.record, work.performance, _told(work), resources)
            done.append((self.executor.nb, resources, record))
        return done

    def write(self, submission: Submission, works: list[Work]) -> dict[str, records.Record]:
        """Marks into the gradebook and files into the autograded directory; all of them, or none."""
        course, converter, start = self.course, self.converter, time.monotonic()
        for name, seconds in (pair for work in works for pair in work.seconds.items()):
            self.seconds[name] += seconds
        aside = self._aside()
        final = Path(course.format_path(course.autograded_directory, submission.student, submission.assignment))
        autograded, course.autograded_directory = course.autograded_directory, str(aside)
        try:
            converter.notebooks = [str(submission.folder / f"{work.notebook}.ipynb") for work in works]
            course.assignment_id, course.student_id = submission.assignment, submission.student
            converter.run_pre_convert_hook()
            converter.init_assignment(submission.assignment, submission.student)
            written = {resources["nbgrader"]["notebook"]: record for record, resources in self._write_notebooks(submission, works)}
            converter.set_permissions(submission.assignment, submission.student)
            made = Path(course.format_path(str(aside), submission.student, submission.assignment))
        finally:
            course.autograded_directory = autograded
        self._settle(submission, made, final, written)
        shutil.rmtree(aside, ignore_errors=True)
        converter.run_post_convert_hook()
        self.seconds["writing"] += time.monotonic() - start
        return written

    def _write_notebooks(self, submission: Submission, works: list[Work]):
        for nb, resources, record in self.finish(submission, works):
            for step in self.grading:
                if step is not self.executor and not isinstance(step, CheckCellMetadata):
                    nb, resources = step(nb, resources)
            resources["output_extension"] = ".ipynb"
            text = nbformat.v4.writes(nb).encode(errors="replace").decode()  # a learner may print half a character
            self.converter.write_single_notebook(text, resources)
            yield record, resources

    def _settle(self, submission: Submission, made: Path, final: Path, written: dict[str, records.Record]) -> None:
        """The old files away, then the seeds, the marks, the new files: a kill in between costs a run again, no more."""
        if final.exists():
            os.replace(final, made.with_name(f".{made.name}"))  # whose seeds and marks may be others in a moment
        for notebook, record in written.items():
            records.write(self.record_path(submission, notebook), record)
        self.gradebook.commit()
        final.parent.mkdir(parents=True, exist_ok=True)
        os.replace(made, final)

    def refuse(self, submission: Submission, reason: str) -> None:
        """Keep an ungradable submission in the gradebook as one that a person must look at."""
        self.gradebook.rollback()
        book = self.gradebook.gradebook
        book.update_or_create_student(submission.student)
        entry = book.update_or_create_submission(submission.assignment, submission.student)
        for grade in (grade for notebook in entry.notebooks for grade in notebook.grades):
            grade.auto_score, grade.needs_manual_grade = None, True
        for notebook in entry.notebooks:
            path = self.record_path(submission, notebook.name)
            file = submission.notebooks.get(notebook.name)
            found = hash_of(file) if file else ""
            record = records.begin(found, self.plan(submission.assignment, notebook.name).hash, self.executor.isolation, records.read(path))
            records.write(path, replace(record, ungradable=reason))
        self.gradebook.commit()

    def record_path(self, submission: Submission, notebook: str) -> Path:
        """Where the record of one notebook's marks lies."""
        autograded = Path(self.course.root, self.course.autograded_directory)
        return records.place(autograded, submission.assignment, submission.student, notebook)

    @property
    def own_folder(self) -> Path:
        """Where the grader keeps what is nobody else's."""
        return Path(self.course.root, self.course.autograded_directory).parent / records.FOLDER

    def _aside(self) -> Path:
        place = self.own_folder / "unfinished"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=place))


def _why_none(submission: Submission) -> str:
    if submission.is_link:
        return "the folder is a link, which is not followed: put the learner's own files there"
    try:
        found = sorted(path.name for path in submission.folder.iterdir())
    except OSError as error:
        return f"the folder cannot be read: {error.strerror}"
    if not found:
        return "the folder is empty"
    return f"no notebook to grade in the folder, which holds {', '.join(found[:4])}{', …' if len(found) > 4 else ''}: put the one that counts there"


def work(perform: Callable[[Job], Performance], judge: Callable, works: list[Work]) -> list[Work]:
    """Perform every notebook and have every observation judged. Runs in a thread; touches nothing shared."""
    for one in works:
        start = time.monotonic()
        one.performance = perform(one.job)
        performed = time.monotonic()
        for run in filter(None, one.performance.runs):
            for exercise, digest in run.observed.items():
                key = exercise, digest
                if key not in one.verdicts:
                    one.verdicts[key] = _judge(judge, exercise, one.record.seed_for(exercise), one.performance.payloads[digest])
        one.seconds = {"running": performed - start, "judging": time.monotonic() - performed}
    return works


def _judge(judge: Callable, exercise: str, seed: int, payload: bytes) -> Verdict | Exception:
    try:
        return judge(exercise, seed, payload)
    except Exception as error:  # told where the marks are decided
        return error


def _told(work: Work) -> Callable[[str, int, bytes], Verdict]:
    """The judge's word, as given before."""

    def told(exercise: str, seed: int, payload: bytes) -> Verdict:
        verdict = work.verdicts[exercise, records.file_hash(payload)]
        if isinstance(verdict, Exception):
            raise verdict
        return verdict

    return told

"""Read a class: marks from nbgrader's gradebook, findings from the records, code from what was handed in."""

import json
from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import Gradebook, SubmittedAssignment
from nbgrader.coursedir import CourseDirectory

from autograder.errors import UserError
from autograder.grade import records
from autograder.grade.reading import read_bytes
from autograder.grade.submissions import match
from autograder.grade.ungradable import Ungradable
from autograder.report.class_data import ClassData, Learner, Mark, Outcome, Work


def read_class(course: CourseDirectory, assignments: list[str]) -> ClassData:
    """All that is known of these assignments (none named: all). Raises UserError for one that is not in the gradebook."""
    with Gradebook(course.db_url, course.course_id) as gradebook:
        known = {entry.name: [notebook.name for notebook in entry.notebooks] for entry in gradebook.assignments}
        wanted = _wanted(assignments, known)
        learners = tuple(_learner(student) for student in gradebook.students)
        marks = {key: mark for name in wanted for key, mark in _marks(gradebook, name)}
    ids = {learner.id for learner in learners}
    works = [work for name in wanted for work in _works(course, name, known[name]) if work.learner in ids]
    handed_in = {work.learner for work in works} | {learner for learner, _ in marks}
    return ClassData(
        course=course.course_id,
        assignments=tuple(wanted),
        learners=tuple(learner for learner in learners if learner.id in handed_in),
        works=tuple(works),
        marks=marks,
        released={(name, notebook): released_cells(course, name, notebook) for name in wanted for notebook in known[name]},
    )


def _wanted(assignments: list[str], known: dict) -> list[str]:
    unknown = [name for name in assignments if name not in known]
    if unknown:
        raise UserError(f"the gradebook knows no assignment {unknown[0]!r} (it knows {', '.join(sorted(known)) or 'none'})")
    return sorted(assignments or known)


def _learner(student) -> Learner:
    name = " ".join(part for part in (student.first_name, student.last_name) if part)
    return Learner(student.id, f"{name} ({student.id})" if name else student.id)


def _marks(gradebook: Gradebook, assignment: str) -> Iterable[tuple[tuple[str, str], Mark]]:
    """All of an assignment in one query; the gradebook's own objects would take four for each learner."""
    entry, one = gradebook.find_assignment(assignment), SubmittedAssignment
    columns = (one.student_id, one.score, one.max_score, one.late_submission_penalty, one.needs_manual_grade)
    for row in gradebook.db.query(*columns).filter(one.assignment_id == entry.id):
        points = max(0.0, (row.score or 0.0) - (row.late_submission_penalty or 0.0))
        yield (row.student_id, assignment), Mark(points, row.max_score or 0.0, bool(row.needs_manual_grade))


def _works(course: CourseDirectory, assignment: str, notebooks: list[str]) -> Iterable[Work]:
    autograded = Path(course.root, course.autograded_directory)
    folder = records.place(autograded, assignment, "-", "-").parent.parent
    for path in sorted(folder.glob("*/*.json")):
        record = records.read(path)
        if record is not None and path.stem in notebooks:
            folder = Path(course.format_path(course.submitted_directory, path.parent.name, assignment))
            yield _work(assignment, path, record, match(folder, notebooks).get(path.stem))


def _work(assignment: str, path: Path, record: records.Record, handed_in: Path | None) -> Work:
    learner, notebook = path.parent.name, path.stem
    tests = {name: (mark[0], mark[1]) for name, mark in record.marks.items() if name not in record.verdicts and mark[0] is not None}
    return Work(
        learner=learner,
        assignment=assignment,
        notebook=notebook,
        outcomes=outcomes_of(record),
        tests=tests,
        history=tuple(records.history(path)) or (_as_history(record),),
        cells=code_cells(handed_in) if handed_in else (),
        ungradable=record.ungradable,
    )


def outcomes_of(record: records.Record) -> dict[str, Outcome]:
    """The verdicts of all test cells, put together by exercise: a property holds where it holds in each."""
    found: dict[str, Outcome] = {}
    for verdict in (one for told in record.verdicts.values() for one in told):
        name, codes = verdict["exercise"], tuple(finding["code"] for finding in verdict["findings"])
        before = found.get(name)
        if before is None:
            found[name] = Outcome(name, verdict["passed"], dict(verdict["properties"]), codes)
        else:
            holds = {key: value and before.properties.get(key, True) for key, value in verdict["properties"].items()}
            found[name] = Outcome(name, _both(before.passed, verdict["passed"]), holds, before.codes or codes)
    return found


def _both(one: bool | None, other: bool | None) -> bool | None:
    return None if None in (one, other) else bool(one and other)


def _as_history(record: records.Record) -> dict:
    return {"time": record.time, "submission": record.submission, "causes": record.causes(), "ungradable": record.ungradable}


def released_cells(course: CourseDirectory, assignment: str, notebook: str) -> tuple[str, ...]:
    """The code cells of the source and of the release: whoever copies from these copies from nobody."""
    folders = (course.source_directory, course.release_directory)
    paths = [Path(course.format_path(folder, ".", assignment), f"{notebook}.ipynb") for folder in folders]
    return tuple(cell for path in paths for cell in code_cells(path))


def code_cells(path: Path) -> tuple[str, ...]:
    """The texts of a notebook's code cells; none where it cannot be read."""
    try:
        cells = json.loads(read_bytes(path))["cells"]
        return tuple(_source(cell) for cell in cells if cell["cell_type"] == "code")
    except (Ungradable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def _source(cell: dict) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)

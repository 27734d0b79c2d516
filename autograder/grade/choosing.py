"""Which submissions a run has to grade."""

from dataclasses import dataclass, field
from pathlib import Path

from autograder.errors import UserError
from autograder.grade import records
from autograder.grade.class_run import ClassRun
from autograder.grade.submissions import Submission, find_strays, find_submissions, hashes


@dataclass
class Chosen:
    """todo: to grade now. unchanged: how many were left. before: records of the last run. notes: for the eye."""

    todo: list[Submission] = field(default_factory=list)
    unchanged: int = 0
    before: dict[tuple[str, str], records.Record] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def choose(run: ClassRun, assignments: list[str], students: list[str] | None, again: bool) -> Chosen:
    """What was handed in and is not graded yet; with `again`, also what is. Raises `UserError`."""
    chosen = Chosen()
    known = {entry.name: [notebook.name for notebook in entry.notebooks] for entry in run.gradebook.gradebook.assignments}
    found = [one for name in _asked(run, assignments, known) for one in find_submissions(run.course, name, known[name])]
    for submission in found:
        if students is None or submission.student in students:
            _sort_in(run, submission, chosen, again)
    if not assignments and students is None:
        chosen.notes += _on_strays(find_strays(run.course, found), run.course.root)
    return chosen


def _on_strays(strays: list[Path], root: str) -> list[str]:
    if not strays:
        return []
    shown = ", ".join(str(path.relative_to(root)) for path in strays[:3])
    return [f"not graded, for the gradebook knows no assignment of that name: {shown}{', …' if len(strays) > 3 else ''} ({len(strays)} in all)"]


def _on_what_is_left_out(submission: Submission) -> list[str]:
    """Files of the learner's that may have been meant for more than they come to."""
    notes = []
    if submission.notebooks and submission.others:
        notes.append(f"{submission.name}: graded is {_names(submission)}, and not {', '.join(submission.others[:3])}")
    return notes


def _names(submission: Submission) -> str:
    return ", ".join(path.name for path in submission.notebooks.values())


def _asked(run: ClassRun, assignments: list[str], known: dict) -> list[str]:
    unknown = [name for name in assignments if name not in known]
    if unknown:
        raise UserError(
            f"the gradebook knows no assignment {unknown[0]!r} (it knows {', '.join(sorted(known)) or 'none'}): "
            f"run `nbgrader generate_assignment {unknown[0]}` first."
        )
    return assignments or sorted(known)


def _sort_in(run: ClassRun, submission: Submission, chosen: Chosen, again: bool) -> None:
    before = {name: records.read(run.record_path(submission, name)) for name in submission.notebooks}
    chosen.before |= {(submission.name, name): record for name, record in before.items() if record}
    if not again and _is_graded(run, submission, before):
        chosen.unchanged += 1
    else:
        chosen.todo.append(submission)
        chosen.notes += _on_what_is_left_out(submission)


def _is_graded(run: ClassRun, submission: Submission, before: dict) -> bool:
    """Whether marks lie there for exactly this work and these tests."""
    folder = Path(run.course.format_path(run.course.autograded_directory, submission.student, submission.assignment))
    if not before or not folder.is_dir() or any(record is None or record.ungradable for record in before.values()):
        return False
    tests = {name: run.plan(submission.assignment, name).hash for name in before}
    now = hashes(submission)
    return all((record.submission, record.tests) == (now[name], tests[name]) for name, record in before.items())

"""`autograder demo`: a sample class hands in, is graded through nbgrader, and its marks are shown."""

import argparse
from pathlib import Path

from autograder.errors import UserError
from autograder.grade.places import ROOT

SECONDS_PER_CELL = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    where = "where the demo's course lies (default: class/demo)"
    parser.add_argument("--folder", type=Path, default=ROOT / "class" / "demo", help=where)


def run(args: argparse.Namespace) -> int:
    """Make the course, hand in, grade, report, show. Returns 0 where every submission was graded."""
    from autograder.cli import main
    from autograder.grade.sample_class import hand_in, read_class

    learners = read_class(sample_class())
    course = make_course(args.folder.resolve(), {number for learner in learners for number in learner.submits})
    generate(course)
    changed = hand_in(learners, course / "notebooks", course / "class" / "submitted")
    enrol(course, learners)
    print(f"{len(learners)} learners, {changed} new submissions in {shown(course / 'class' / 'submitted')}", flush=True)
    graded = main(["grade", "--no-report", "--course-dir", str(course)])
    print(f"\n{table(course, learners)}\n", flush=True)
    reported = main(["report", "--course-dir", str(course)])
    print(f"The course, with its gradebook and what each learner gets back: {shown(course)}")
    return graded or reported


def sample_class() -> Path:
    """The folder of the learners' files. Raises UserError where the package came without it."""
    folder = ROOT / "tests" / "sample_class"
    if not folder.is_dir():
        raise UserError(f"no sample class in {folder}: run this from a clone of the course's repository")
    return folder


def make_course(folder: Path, numbers: set[str]) -> Path:
    """An nbgrader course of the notebooks of these numbers: the repository's own, copied where they changed."""
    folder.mkdir(parents=True, exist_ok=True)
    config = (ROOT / "nbgrader_config.py").read_text()
    timeout = f"\nc.ExecutePreprocessor.timeout = {SECONDS_PER_CELL}  # one learner's loop never ends\n"
    copy_text(folder / "nbgrader_config.py", config + timeout)
    for source in sorted(ROOT.glob("solutions/*/*.ipynb")):
        if source.stem == source.parent.name and source.stem[:2] in numbers:
            copy_text(folder / "solutions" / source.stem / source.name, source.read_text())
    return folder


def copy_text(path: Path, text: str) -> bool:
    """Write a file, and its folder, unless it holds this text already; returns whether it was written."""
    if path.exists() and path.read_text() == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return True


def generate(course: Path) -> None:
    """nbgrader's own generate step, for assignments whose source is newer than their release.

    Raises UserError where nbgrader cannot make one.
    """
    for source in sorted((course / "solutions").iterdir()):
        name = source.name
        release = course / "notebooks" / name / f"{name}.ipynb"
        if release.exists() and release.stat().st_mtime >= (source / f"{name}.ipynb").stat().st_mtime:
            continue
        made = api(course).generate_assignment(name, force=True)
        if not made["success"]:
            raise UserError(f"nbgrader could not generate {name}: {made.get('error') or made.get('log')}")


def enrol(course: Path, learners: list) -> None:
    """Put the learners into the gradebook with their names, as `nbgrader db student import` does."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/class/gradebook.db") as gradebook:
        for learner in learners:
            first, last = learner.full_name
            gradebook.update_or_create_student(learner.name, first_name=first, last_name=last)


def api(course: Path):
    """nbgrader's API for the course in a folder."""
    from nbgrader.api import Gradebook  # noqa: F401 (the API needs its tables)
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config, PyFileConfigLoader

    config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config())
    config.CourseDirectory.root = str(course)
    return NbGraderAPI(config=config)


def table(course: Path, learners: list) -> str:
    """One line per learner: the marks by notebook, and what was found, the most telling first."""
    from nbgrader.api import Gradebook

    assignments = sorted(path.name for path in (course / "solutions").iterdir())
    rows = [["learner", *assignments, "findings"]]
    with Gradebook(f"sqlite:///{course}/class/gradebook.db") as gradebook:
        for learner in learners:
            marks = [mark(gradebook, name, learner.name) for name in assignments]
            rows.append([learner.name, *marks, findings(course, assignments, learner.name)])
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return "\n".join("  ".join(word.ljust(width) for word, width in zip(row, widths)).rstrip() for row in rows)


def mark(gradebook, assignment: str, learner: str) -> str:
    """Such as "12 / 15"; a dash where nothing was handed in."""
    from nbgrader.api import MissingEntry

    try:
        submission = gradebook.find_submission(assignment, learner)
    except MissingEntry:
        return "–"
    return f"{submission.score:g} / {submission.max_score:g}"


def findings(course: Path, assignments: list[str], learner: str) -> str:
    """The first finding of each exercise, as "code (02.train)", in the order of the notebooks."""
    from autograder.grade import records

    exercises: dict[str, list[str]] = {}
    for name in assignments:
        record = records.read(records.place(course / "class" / "autograded", name, learner, name))
        for exercise, code in first_findings(record).items():
            exercises.setdefault(code, []).append(exercise)
    return ", ".join(f"{code} ({' '.join(where)})" for code, where in exercises.items())


def first_findings(record) -> dict[str, str]:
    """Exercise -> the code of its first finding, for those that have one."""
    found: dict[str, str] = {}
    for verdicts in record.verdicts.values() if record else ():
        for verdict in verdicts:
            if verdict["findings"]:
                found.setdefault(verdict["exercise"], verdict["findings"][0]["code"])
    return found


def shown(path: Path) -> str:
    """A path as a person would type it: from the working directory where it lies below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)

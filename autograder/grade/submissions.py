"""What was handed in: which submissions there are, and which file is which notebook."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.grade.reading import hash_of


@dataclass(frozen=True)
class Submission:
    """One learner's folder for one assignment.

    notebooks: released notebook -> the file handed in for it; a notebook that is not there is missing.
    is_link: whether the folder is reached through a link, which an unpacked archive may hold: then it has no notebooks.
    """

    assignment: str
    student: str
    folder: Path
    notebooks: dict[str, Path] = field(default_factory=dict)
    is_link: bool = False

    @property
    def others(self) -> list[str]:
        """The notebooks in the folder that are none of these, by file name."""
        taken = set(self.notebooks.values())
        return [path.name for path in _files(self.folder) if path not in taken]

    @property
    def name(self) -> str:
        return f"{self.assignment} {self.student}"


def find_submissions(course: CourseDirectory, assignment: str, released: list[str]) -> list[Submission]:
    """All submissions of an assignment, by student."""
    pattern = Path(course.format_path(course.submitted_directory, "*", assignment))
    root = Path(course.root)
    folders = sorted(path for path in root.glob(str(pattern.relative_to(root))) if path.is_dir())
    index = pattern.parts.index("*")
    found = [_found(assignment, folder, index, released) for folder in folders]
    excluded = set(course.student_id_exclude.split(",")) if course.student_id_exclude else set()
    return [one for one in found if one.student not in excluded]


def find_strays(course: CourseDirectory, submissions: list[Submission]) -> list[Path]:
    """Folders and notebooks that lie where submissions do, and belong to no released assignment."""
    known = {submission.folder for submission in submissions}
    places = Path(course.root).glob(os.path.relpath(course.format_path(course.submitted_directory, "*", "*"), course.root))
    return [path for path in sorted(places) if path not in known and not path.name.startswith(".") and (path.is_dir() or path.suffix == ".ipynb")]


def match(folder: Path, released: list[str]) -> dict[str, Path]:
    """Which file is which notebook. One file too many beside one notebook too few was renamed.

    """
    files = {path.stem: path for path in _files(folder)}
    matched = {name: files.pop(name) for name in released if name in files}
    missing = [name for name in released if name not in matched]
    if len(missing) == 1 and len(files) == 1:
        matched[missing[0]] = next(iter(files.values()))
    return matched


def _found(assignment: str, folder: Path, index: int, released: list[str]) -> Submission:
    is_link = any(Path(*folder.parts[: end + 1]).is_symlink() for end in range(index, len(folder.parts)))
    return Submission(assignment, folder.parts[index], folder, {} if is_link else match(folder, released), is_link)


def _files(folder: Path) -> list[Path]:
    """The notebooks in a folder, no links among them: such may lead to somebody else's work, or to the solution."""
    return [path for path in sorted(folder.glob("[!.]*.ipynb")) if path.is_file() and not path.is_symlink()]


def hashes(submission: Submission) -> dict[str, str]:
    """The hash of each notebook's file."""
    return {name: hash_of(path) for name, path in submission.notebooks.items()}

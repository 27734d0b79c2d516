"""What was handed in: which submissions there are, and which file is which notebook."""

from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.grade import records


@dataclass(frozen=True)
class Submission:
    """One learner's folder for one assignment.

    notebooks: released notebook -> the file handed in for it; a notebook that is not there is missing.
    """

    assignment: str
    student: str
    folder: Path
    notebooks: dict[str, Path] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.assignment} {self.student}"


def find_submissions(course: CourseDirectory, assignment: str, released: list[str]) -> list[Submission]:
    """All submissions of an assignment, by student."""
    pattern = Path(course.format_path(course.submitted_directory, "*", assignment))
    root = Path(course.root)
    folders = sorted(path for path in root.glob(str(pattern.relative_to(root))) if path.is_dir())
    index = pattern.parts.index("*")
    found = [Submission(assignment, folder.parts[index], folder, match(folder, released)) for folder in folders]
    excluded = set(course.student_id_exclude.split(",")) if course.student_id_exclude else set()
    return [one for one in found if one.student not in excluded]


def match(folder: Path, released: list[str]) -> dict[str, Path]:
    """Which file is which notebook. One file too many beside one notebook too few was renamed."""
    files = {path.stem: path for path in sorted(folder.glob("*.ipynb")) if path.is_file()}
    matched = {name: files.pop(name) for name in released if name in files}
    missing = [name for name in released if name not in matched]
    if len(missing) == 1 and len(files) == 1:
        matched[missing[0]] = next(iter(files.values()))
    return matched


def hashes(submission: Submission) -> dict[str, str]:
    """The hash of each notebook's file."""
    return {name: records.file_hash(path.read_bytes()) for name, path in submission.notebooks.items()}

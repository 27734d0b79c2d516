"""The learner's notebook, made by nbgrader's own generate step in a course of one notebook."""

import logging
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from autograder.build.reading import text
from autograder.errors import UserError


def release(solution: NotebookNode, name: str, root: Path) -> NotebookNode:
    """The notebook without solutions, hidden tests and outputs, as the course's nbgrader_config.py says.

    Only the notebook goes in and only the notebook comes out, so that no other file can come along.
    Raises UserError where nbgrader refuses.
    """
    with tempfile.TemporaryDirectory(prefix="autograder-release-") as folder:
        source = Path(folder) / "source" / name / f"{name}.ipynb"
        source.parent.mkdir(parents=True)
        source.write_text(text(solution), encoding="utf-8")
        _generate(name, _settings(root, folder), name)
        made = Path(folder) / "release" / name / f"{name}.ipynb"
        return nbformat.read(made, as_version=nbformat.NO_CONVERT)


def _settings(root: Path, folder: str) -> Config:
    """The course's own settings, but for where files lie and for the gradebook, which is not touched."""
    config = Config()
    if (root / "nbgrader_config.py").is_file():
        config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.CourseDirectory.update(root=folder, source_directory="source", release_directory="release")
    config.CourseDirectory.db_url = "sqlite://"
    config.GenerateAssignment.no_database = True
    config.SaveCells.enabled = False
    return config


def _generate(assignment: str, config: Config, name: str) -> None:
    said: list[str] = []
    log = logging.Logger(f"release of {name}", level=logging.ERROR)
    log.addHandler(_Listener(said))
    course = CourseDirectory(config=config, log=log)
    course.assignment_id = assignment
    try:
        GenerateAssignment(coursedir=course, config=config, log=log).start()
    except NbGraderException as error:
        raise UserError(f"nbgrader's generate step refuses {name}:\n" + "\n".join(said or [str(error)])) from None


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())

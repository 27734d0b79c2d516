"""An nbgrader course opened for a class run: its configuration, its folders, its converter."""

import logging
import os
import sys
from datetime import datetime
from pathlib import Path

from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory

from autograder.errors import UserError
from autograder.grade import folder, use_sandbox
from autograder.grade.executor import SandboxExecute


def open_course(root: Path) -> tuple[CourseDirectory, AutogradeApp]:
    """The course in this folder, configured as nbgrader would have it, with the sandbox in place."""
    if not (root / "nbgrader_config.py").is_file():
        raise UserError(f"{root} holds no nbgrader_config.py: start in the course's folder, or say --course-dir FOLDER.")
    _let_nbgrader_find_alembic()
    before = Path.cwd()
    os.chdir(root)
    try:
        app = AutogradeApp()
        app.log_level = logging.ERROR
        app.initialize([], root=str(root))
    finally:
        os.chdir(before)
    if SandboxExecute not in (app.config.Autograde.get("autograde_preprocessors") or []):
        use_sandbox(app.config)
    _bear_with_timestamps(app.coursedir)
    return app.coursedir, app


def _bear_with_timestamps(course: CourseDirectory) -> None:
    """A timestamp that cannot be read counts as none."""
    read = course.get_existing_timestamp

    def read_if_possible(folder: str) -> datetime | None:
        try:
            time = read(folder)
            return time if time is None or abs(time.year - 2000) < 1000 else None  # lateness is reckoned from it
        except Exception:
            return None

    course.get_existing_timestamp = read_if_possible


def _let_nbgrader_find_alembic() -> None:
    """nbgrader calls `alembic` by name for a new gradebook, also where the environment is not activated."""
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([folder, os.environ.get("PATH", os.defpath)])


class _WithFiles(BaseConverter):
    """Copies what lies beside a notebook; nbgrader's own would follow links, and stop at what cannot be read."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        source, made = Path(self._format_source(assignment_id, student_id)), Path(self._format_dest(assignment_id, student_id))
        for name, content in folder.read_files(source).items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)


class _Converter(Autograde, _WithFiles):
    """nbgrader's own, over files that nobody vouches for."""


def make_converter(course: CourseDirectory, app: AutogradeApp) -> Autograde:
    """nbgrader's own converter, ready to be used piece by piece."""
    converter = _Converter(coursedir=course, parent=app)
    converter.writer = converter.class_traits()["writer"].klass(parent=converter, config=converter.config)
    converter.exporter = converter.exporter_class(parent=converter, config=converter.config)
    return converter


def steps(converter: Autograde, which: list) -> list:
    """The preprocessors of one of the converter's lists, made once for the whole run."""
    converter.exporter._preprocessors = []
    for step in which:
        converter.exporter.register_preprocessor(step)
    return list(converter.exporter._preprocessors)

"""An nbgrader course opened for a class run: its configuration, its folders, its converter."""

import logging
import os
import sys
from pathlib import Path

from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder.errors import UserError
from autograder.grade import use_sandbox
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
    return app.coursedir, app


def _let_nbgrader_find_alembic() -> None:
    """nbgrader calls `alembic` by name for a new gradebook, also where the environment is not activated."""
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([folder, os.environ.get("PATH", os.defpath)])


def make_converter(course: CourseDirectory, app: AutogradeApp) -> Autograde:
    """nbgrader's own converter, ready to be used piece by piece."""
    converter = Autograde(coursedir=course, parent=app)
    converter.writer = converter.class_traits()["writer"].klass(parent=converter, config=converter.config)
    converter.exporter = converter.exporter_class(parent=converter, config=converter.config)
    return converter


def steps(converter: Autograde, which: list) -> list:
    """The preprocessors of one of the converter's lists, made once for the whole run."""
    converter.exporter._preprocessors = []
    for step in which:
        converter.exporter.register_preprocessor(step)
    return list(converter.exporter._preprocessors)

"""A learner's .py file, run as a module."""

import sys
import types

from autograder.exercises.clean import clean_state
from autograder.exercises.failure import describe_failure

NAME = "submission"


def execute(path: str) -> dict | None:
    """Run the file as the module `submission`. Returns its failure as plain data, or None.

    What it defined before a failure stays: a training run that fails at the end of a file takes nothing
    from the functions above it. What it prints goes nowhere.
    """
    module = types.ModuleType(NAME)
    module.__file__ = path
    sys.modules[NAME] = module
    try:
        with open(path, "rb") as file, clean_state():
            exec(compile(file.read(), path, "exec"), module.__dict__)
    except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
        return describe_failure(error)
    return None


def namespace() -> dict:
    """Where the learner's names are: the module's where a file was run, else the shell's."""
    if NAME in sys.modules:
        return vars(sys.modules[NAME])
    from autograder.grade.inside.shell import the_shell

    return the_shell().user_ns

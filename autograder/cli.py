"""The `autograder` command: one word names a module, which does the rest.

Each module in `COMMANDS` has two functions:

- `add_arguments(parser)`: adds its arguments to an `argparse.ArgumentParser`; `%(prog)s` is
  "autograder check" and the like.
- `run(args) -> int`: does the work and returns the exit status (0 done, 1 something failed; argparse
  exits with 2 on bad usage, and so may `args.parser.error("what, and what to do")`).

Only the module of the command asked for is imported. It should import torch, nbgrader and other heavy
things inside `run`, so that `autograder check --help` comes at once. A `UserError` out of `run` is shown
as its one line, without a traceback, and exits with 1.
"""

import argparse
import sys
from importlib import import_module

from autograder import __version__
from autograder.errors import UserError

COMMANDS = {
    "demo": ("autograder.grade.demo", "grade the sample class through nbgrader and show its marks and findings"),
    "check": ("autograder.grade.check_command", "judge learners' code, each FILE a .py or .ipynb"),
    "grade": ("autograder.grade.grade_command", "grade what was submitted to the nbgrader course in this folder"),
    "report": ("autograder.report.command", "write the class report from the gradebook"),
    "build": ("autograder.build.command", "regenerate both notebook trees from solutions/*.py"),
    "site": ("autograder.build.site", "write the course as static pages, to read without a kernel"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command. `argv`: the words after `autograder`; None takes them from the command line."""
    words = sys.argv[1:] if argv is None else argv
    args = parse(words)
    try:
        return args.run(args)
    except UserError as error:
        print(f"{args.parser.prog}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments of the command that `words` names, with its `run` and its `parser` among them.

    Exits with 2, or 0 after `--help` and `--version`, as argparse does.
    """
    parser = argparse.ArgumentParser(prog="autograder", description="Record, judge and teach training loops.")
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    chosen = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = next((word for word in words if not word.startswith("-")), None)
    for name, (module, does) in COMMANDS.items():
        command = chosen.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
        if name == asked:
            _fill(command, import_module(module))
    return parser.parse_args(words)


def _fill(command: argparse.ArgumentParser, module) -> None:
    command.set_defaults(run=module.run, parser=command)
    module.add_arguments(command)

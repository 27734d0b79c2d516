"""`autograder check`: judge learners' code, each FILE a .py or .ipynb."""

import argparse
import json
import os
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """EXERCISE FILE… [--json] and how to run them."""
    parser.add_argument("exercise", metavar="EXERCISE", help="such as 05.train")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a .py or .ipynb that defines the exercise's functions")
    parser.add_argument("--json", action="store_true", help="one JSON object per FILE, one a line, in the order given")
    parser.add_argument("--isolation", choices=("bubblewrap", "process", "none"), default="bubblewrap")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="files at work at one time (default: all cores)")
    parser.add_argument("--seed", type=int, help="draw the cases from this seed, to judge again as before")


def run(args: argparse.Namespace) -> int:
    """Judge every file. Returns 0 where all were judged, 1 where some could not be."""
    _usage(args)
    from autograder.errors import UserError
    from autograder.grade.sandbox import NoWalls

    try:
        return _judge_all(args)
    except NoWalls as error:
        raise UserError(str(error)) from None


def _usage(args: argparse.Namespace) -> None:
    from autograder.exercises import get

    try:
        get(args.exercise)
    except KeyError as error:
        args.parser.error(error.args[0])
    for path in args.files:
        if path.suffix not in (".py", ".ipynb"):
            args.parser.error(f"{path}: neither a .py nor an .ipynb file")
        if not path.is_file():
            args.parser.error(f"{path}: no such file")


def _judge_all(args: argparse.Namespace) -> int:
    from concurrent.futures import ThreadPoolExecutor

    from autograder.grade.judge_pool import JudgePool
    from autograder.grade.places import shown_to_learners
    from autograder.grade.sandbox import Sandbox
    from autograder.grade.trial import Trial

    jobs, unjudged = max(1, min(args.jobs, len(args.files))), 0
    with Sandbox(args.isolation, shown_to_learners()) as sandbox, JudgePool(jobs) as judges, ThreadPoolExecutor(jobs) as pool:
        trial = Trial(sandbox, judges)
        for path, verdict in zip(args.files, pool.map(lambda path: _judge(trial, args, path), args.files)):
            unjudged += verdict.passed is None
            print(_as_json(path, verdict) if args.json else _as_text(path, verdict), flush=True)
    return 1 if unjudged else 0


def _judge(trial, args: argparse.Namespace, path: Path):
    from autograder.judge.verdict import Finding, Verdict

    try:
        return trial.judge(args.exercise, path, args.seed)
    except Exception as error:  # the grader's fault, whatever it is: one file must not stop the others
        print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
        return Verdict(args.exercise, None, {}, (Finding("wrong-result", f"Could not be judged: {error}"),))


def _as_json(path: Path, verdict) -> str:
    return json.dumps({"file": str(path), **verdict.to_json()})


def _as_text(path: Path, verdict) -> str:
    word = {True: "passed", False: "not yet", None: "could not be judged"}[verdict.passed]
    lines = [f"{path}: {word}, {sum(verdict.properties.values())} of {len(verdict.properties)} hold"]
    lines += [f"  {finding.code}: {finding.message}" for finding in verdict.findings]
    return "\n".join(lines)

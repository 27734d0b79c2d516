"""`autograder grade`: grade what was submitted to the nbgrader course in this folder."""

import argparse
import errno
import os
import sys
import time
from pathlib import Path

from autograder.errors import UserError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[ASSIGNMENT …] and how to grade."""
    parser.add_argument("assignments", metavar="ASSIGNMENT", nargs="*", help="such as 05_zero_grad (default: all that was submitted)")
    parser.add_argument("--course-dir", type=Path, default=Path.cwd(), help="the nbgrader course (default: this folder)")
    parser.add_argument("--isolation", choices=("bubblewrap", "process", "none"), default="bubblewrap", help="how submissions are contained")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="submissions at work at one time (default: all cores)")
    parser.add_argument("--regrade", action="store_true", help="grade again what did not change, with the recorded seeds")
    parser.add_argument("--verify", action="store_true", help="grade again from the records, write nothing, report differences")
    parser.add_argument("--all-cells", action="store_true", help="run demonstrations too; marks are the same")
    parser.add_argument("--timing", action="store_true", help="say how the time divides, summed over submissions")
    parser.add_argument("--no-report", action="store_true", help="leave the class report as it is")
    parser.add_argument("--student", action="append", metavar="ID", help="only this learner's (may be given more than once)")
    parser.add_argument("--dask", metavar="ADDRESS", help="spread the running over a Dask cluster; marks are decided here")


def run(args: argparse.Namespace) -> int:
    """Grade. Returns 0 where all have marks, 1 where some could not be graded or differ, 130 when interrupted."""
    from autograder.grade.sandbox import NoWalls

    try:
        status = _grade(args)
    except NoWalls as error:
        raise UserError(str(error)) from None
    except Exception as error:
        _stop_where_nothing_can_be_written(error)
        raise
    if status != 130 and not args.verify and not args.no_report:
        _report(args)
    return status


def _report(args: argparse.Namespace) -> None:
    """The class report at the end; the marks stand, whatever becomes of it."""
    from autograder.cli import main

    try:
        main(["report", "--course-dir", str(args.course_dir)])
    except Exception as error:
        print(f"no class report: {type(error).__name__}: {error}", file=sys.stderr)


def _grade(args: argparse.Namespace) -> int:
    from autograder.grade.workers import workers

    start, jobs = time.monotonic(), max(1, args.jobs)
    _leave_out_grammars()
    with workers(args.isolation, jobs, args.dask) as hands:  # they load their libraries while we load ours
        return _grade_with(hands, args, start)


def _leave_out_grammars() -> None:
    """jsonschema, which nbformat imports, would compile forty grammars for addresses, which no notebook's check uses;
    with this package missing it goes without, and the grader starts a second earlier."""
    sys.modules.setdefault("rfc3987_syntax", None)


def _grade_with(hands, args: argparse.Namespace, start: float) -> int:
    from autograder.grade.alone import alone
    from autograder.grade.class_run import ClassRun
    from autograder.grade.one_gradebook import one_gradebook
    from autograder.grade.tally import Tally

    tally, course = Tally(), ClassRun(args.course_dir.resolve(), args.isolation, args.all_cells)
    with alone(course.own_folder), one_gradebook(course.course.db_url, course.course.course_id) as course.gradebook:
        todo = _todo(course, args, tally)
        try:
            _grade_all(course, todo, hands, args.verify, tally)
        except KeyboardInterrupt:
            course.gradebook.rollback()
            tally.interrupted = True
    if args.timing:
        print(", ".join(f"{name} {seconds:.1f} s" for name, seconds in course.seconds.items()))
    print(tally.summary(time.monotonic() - start, verify=args.verify))
    return tally.status


def _todo(course, args: argparse.Namespace, tally) -> list:
    from autograder.grade.choosing import choose
    from autograder.grade.progress import printable

    chosen = choose(course, args.assignments, args.student, again=args.regrade or args.verify)
    tally.unchanged, tally.before = chosen.unchanged, chosen.before
    for line in chosen.notes:
        print(printable(line), file=sys.stderr)
    return chosen.todo


def _grade_all(course, todo: list, hands, verify: bool, tally) -> None:
    from autograder.grade.pipeline import through
    from autograder.grade.progress import Progress

    progress = Progress(len(todo))
    try:
        for result in through(course, todo, hands) if todo else ():
            progress.step(_settle(course, result, verify, tally))
    finally:
        progress.close()


def _settle(course, result, verify: bool, tally) -> str | None:
    """Write one submission's marks, or compare them; returns a line where there is something to say."""
    from autograder.grade.ungradable import Ungradable, in_words

    try:
        if result.reason is not None:
            raise Ungradable(result.reason)
        if verify:
            done = course.finish(result.submission, result.works)
            return tally.compare(result.submission, {resources["nbgrader"]["notebook"]: record for _, resources, record in done})
        return tally.add(result.submission, course.write(result.submission, result.works))
    except Exception as error:
        _stop_where_nothing_can_be_written(error)
        return tally.refuse(result.submission, in_words(error) if verify else _refuse(course, result.submission, in_words(error)))


def _refuse(course, submission, reason: str) -> str:
    """Keep a submission as one without marks. Returns why it has none, and why not even that could be kept."""
    from autograder.grade.ungradable import in_words

    try:
        course.refuse(submission, reason)
    except Exception as error:
        _stop_where_nothing_can_be_written(error)
        course.gradebook.rollback()
        return f"{reason}; nor can the gradebook hold that: {in_words(error)}"
    return reason


def _stop_where_nothing_can_be_written(error: BaseException | None) -> None:
    """A full disk or a locked gradebook is no submission's fault, and the next one would meet it too."""
    from sqlalchemy.exc import OperationalError

    while error is not None:  # nbgrader hides the database's errors behind its own
        if isinstance(error, OperationalError) or getattr(error, "errno", None) in _NO_ROOM:
            reason = getattr(error, "orig", error)
            raise UserError(f"no marks can be written: {reason}. What was graded is kept: put that right and run it again.") from None
        error = error.__cause__ or error.__context__

"""Submissions through read, work and write: several at work, each in memory no longer than it needs."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from autograder.grade.class_run import ClassRun, Work
from autograder.grade.sandbox import NoWalls
from autograder.grade.submissions import Submission
from autograder.grade.ungradable import in_words
from autograder.grade.workers import Workers


@dataclass(frozen=True)
class Result:
    """What became of one submission: its notebooks worked through, or why there can be no mark."""

    submission: Submission
    works: list[Work] | None = None
    reason: str | None = None


def through(run: ClassRun, submissions: list[Submission], hands: Workers) -> Iterator[Result]:
    """Yield each submission as it is done, in no set order. Raises `NoWalls`, which concerns them all."""
    waiting, at_work = iter(submissions), {}
    with ThreadPoolExecutor(hands.jobs) as pool:
        try:
            while True:
                while len(at_work) < hands.jobs + 2 and (submission := next(waiting, None)) is not None:
                    try:
                        at_work[pool.submit(hands.work, run.read(submission))] = submission
                    except Exception as error:
                        yield Result(submission, reason=in_words(error))
                if not at_work:
                    return
                done, _ = wait(at_work, return_when=FIRST_COMPLETED)
                for future in done:
                    yield _result(at_work.pop(future), future)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            hands.stop()
            raise


def _result(submission: Submission, future: Future) -> Result:
    try:
        return Result(submission, future.result())
    except NoWalls:
        raise
    except Exception as error:
        return Result(submission, reason=in_words(error))

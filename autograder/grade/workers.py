"""Who performs submissions: this machine's sandbox, or a Dask cluster's.

Imports nothing of nbgrader before the fork server and the judges are on their way: all three take seconds
to load, and may do so at one time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from autograder.errors import UserError
from autograder.grade import shared

if TYPE_CHECKING:
    from autograder.grade.class_run import Work
    from autograder.grade.performance import Job, Performance

LOST = 5
"""How often a submission is sent out again whose machine was lost."""


@dataclass(frozen=True)
class Workers:
    """work: performs and judges the notebooks of one submission, and may raise `NoWalls`.

    jobs: how many submissions may be at work at one time.
    stop: ends what is at work at once.
    """

    work: Callable[[list[Work]], list[Work]]
    jobs: int
    stop: Callable[[], None]


@contextmanager
def workers(isolation: str, jobs: int, dask: str | None = None) -> Iterator[Workers]:
    """Workers here, or at a Dask scheduler's address; in any case, marks are decided in this process's pool."""
    if dask is not None:
        with _far(isolation, jobs, dask) as made:
            yield made
        return
    with shared.bench(isolation, jobs) as bench:
        from autograder.grade.class_run import work
        from autograder.grade.performance import perform

        near = partial(work, partial(perform, bench.sandbox), bench.judges.verdict)
        yield Workers(near, jobs + 1, bench.sandbox.close)


@contextmanager
def _far(isolation: str, jobs: int, address: str) -> Iterator[Workers]:
    try:
        from distributed import Client
    except ImportError:
        raise UserError("--dask needs the package distributed: pip install distributed") from None
    try:
        client = Client(address, timeout=30)
    except OSError as error:
        raise UserError(f"no Dask scheduler answers at {address}: {error}") from None
    from autograder.grade.class_run import work
    from autograder.grade.judge_pool import JudgePool

    with client, JudgePool(jobs) as judges:
        far = partial(work, partial(perform_far, client, isolation), judges.verdict)
        yield Workers(far, max(1, 2 * sum(client.nthreads().values())), client.close)


def perform_far(client, isolation: str, job: Job) -> Performance:
    """Perform on some worker; on another one where that is lost."""
    from distributed import KilledWorker

    for left in reversed(range(LOST)):
        try:
            return client.submit(perform_here, isolation, job, pure=False).result()
        except KilledWorker:
            if not left:
                raise


def perform_here(isolation: str, job: Job) -> Performance:
    """In a Dask worker: perform in the sandbox that its process keeps."""
    from autograder.grade.performance import perform

    with shared.bench(isolation, judges=0) as bench:
        return perform(bench.sandbox, job)

"""Where verdicts are made: processes of the grader's own, which no learner's code ever enters."""

import multiprocessing
import os
from concurrent.futures import BrokenExecutor, CancelledError, ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import replace
from threading import Lock, Thread

from autograder.judge.verdict import Verdict

PATIENCE = 60.0


class CannotJudge(RuntimeError):
    """The judge itself failed, or did not end: nobody's mark may depend on it."""


class JudgePool:
    """Verifies observations, several at a time. A context manager; safe to use from several threads.

    The judge changes global state while it works (torch's default dtype, the random seeds), so it does
    not work in threads.
    """

    def __init__(self, workers: int = 1):
        self._workers, self._lock, self._is_closed = workers, Lock(), False
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["autograder.grade.judge_ready"])
        self._pool = self._make(workers)
        Thread(target=self._wake, daemon=True).start()  # libraries take seconds; the grader has other things to do

    def __enter__(self) -> "JudgePool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def verdict(self, exercise: str, seed: int, payload: bytes) -> Verdict:
        """Judge an observation as it came from the sandbox.

        Raises ValueError where it is malformed, and `CannotJudge` where the fault is the grader's.
        """
        try:
            try:
                answer = self._ask(self._pool, exercise, seed, payload)
            except (RuntimeError, CancelledError):  # the pool was ended by whatever was being judged beside it
                answer = self._ask_alone(exercise, seed, payload)
        except ValueError:
            raise
        except (TooSlow, BrokenExecutor) as error:
            raise CannotJudge(f"{exercise} could not be judged: {type(error).__name__}") from None
        except Exception as error:
            raise CannotJudge(f"{exercise} could not be judged: {type(error).__name__}: {error}") from error
        return replace(Verdict.from_json(answer["verdict"]), trace=answer["trace"])

    def _ask(self, pool: ProcessPoolExecutor, exercise: str, seed: int, payload: bytes) -> dict:
        try:
            return pool.submit(verify, exercise, seed, payload).result(PATIENCE)
        except (TooSlow, BrokenExecutor):
            self._renew(pool)
            raise

    def _ask_alone(self, exercise: str, seed: int, payload: bytes) -> dict:
        """In a process of its own, which nobody else's observation can end."""
        if self._is_closed:
            raise CannotJudge("the grader was stopped")
        pool = self._make(1)
        try:
            return pool.submit(verify, exercise, seed, payload).result(PATIENCE)
        finally:
            _end(pool)

    def close(self) -> None:
        """End the processes."""
        self._is_closed = True
        _end(self._pool)

    def _make(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=self._context, initializer=_prepare)

    def _wake(self) -> None:
        try:
            for _ in range(self._workers):
                self._pool.submit(_load)
        except RuntimeError:
            pass  # closed before it was needed

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = self._make(self._workers)
                _end(broken)


def _end(pool: ProcessPoolExecutor) -> None:
    """Its processes hold nothing to be saved, and one may be busy for long."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)


def verify(exercise: str, seed: int, payload: bytes) -> dict:
    """In a worker: decode, verify, and give the verdict, with the run that shows its cause, as plain data."""
    from autograder.exercises import observation
    from autograder.judge import trace_behind
    from autograder.judge import verify as verify_observation

    observed = observation.decode(payload)
    verdict = verify_observation(exercise, seed, observed)
    try:
        trace = trace_behind(verdict, seed, observed)
    except Exception:  # a picture is a courtesy: without it the verdict stands
        trace = None
    return {"verdict": verdict.to_json(), "trace": trace}


def _load() -> None:
    """In a worker, nothing: its libraries are loaded before it is asked."""


def _prepare() -> None:
    import signal

    import torch

    _end_with_the_grader()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader itself decides when to stop
    torch.set_num_threads(1)


def _end_with_the_grader() -> None:
    """A grader that is killed leaves nobody behind: workers would wait for ever on a queue that they share."""
    grader = multiprocessing.parent_process()
    if grader is not None:
        Thread(target=lambda: (grader.join(), os._exit(1)), daemon=True).start()

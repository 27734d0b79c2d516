"""Where verdicts are made: processes of the grader's own, which no learner's code ever enters."""

import multiprocessing
import os
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
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
        self._workers, self._lock = workers, Lock()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["autograder.grade.judge_ready"])
        self._pool = self._make()
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
            answer = self._pool.submit(verify, exercise, seed, payload).result(PATIENCE)
        except ValueError:
            raise
        except (TooSlow, BrokenExecutor) as error:
            self._renew()
            raise CannotJudge(f"{exercise} could not be judged: {type(error).__name__}") from None
        except Exception as error:
            raise CannotJudge(f"{exercise} could not be judged: {type(error).__name__}: {error}") from error
        return replace(Verdict.from_json(answer["verdict"]), trace=answer["trace"])

    def close(self) -> None:
        """End the processes."""
        self._end()

    def _make(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=self._context, initializer=_prepare)

    def _wake(self) -> None:
        try:
            for _ in range(self._workers):
                self._pool.submit(_load)
        except RuntimeError:
            pass  # closed before it was needed

    def _renew(self) -> None:
        with self._lock:
            self._end()
            self._pool = self._make()

    def _end(self) -> None:
        """They hold nothing to be saved, and one may be busy for long."""
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)


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

"""The sandbox and judges that one process shares among all it grades, kept warm for a while."""

import atexit
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from autograder.grade.judge_pool import JudgePool
from autograder.grade.places import shown_to_learners
from autograder.grade.sandbox import Sandbox

IDLE = 60.0
"""Seconds after which an unused sandbox is closed: formgrader's server must not hold torch in memory for a term."""


@dataclass(frozen=True)
class Bench:
    """Where code runs and who judges it."""

    sandbox: Sandbox
    judges: JudgePool | None


_lock = threading.Lock()
_kept: dict[str, tuple[Bench, ExitStack]] = {}
_users = 0
_timer: threading.Timer | None = None


@contextmanager
def bench(isolation: str, judges: int = 1) -> Iterator[Bench]:
    """The bench of this isolation, made where there is none yet. Raises `NoWalls`.

    judges: how many processes judge; 0 for a bench that is only run on.
    """
    global _users
    with _lock:
        if isolation in _kept and not _kept[isolation][0].sandbox.is_alive:
            _kept.pop(isolation)[1].close()
        if isolation not in _kept:
            _kept[isolation] = _make(isolation, judges)
        found = _kept[isolation][0]
        _users += 1
    try:
        yield found
    finally:
        with _lock:
            _users -= 1
            _close_later()


def close() -> None:
    """Close every bench now."""
    with _lock:
        while _kept:
            _kept.popitem()[1][1].close()


def _make(isolation: str, judges: int) -> tuple[Bench, ExitStack]:
    with ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox(isolation, shown_to_learners()))  # first: it takes longest to load
        pool = stack.enter_context(JudgePool(judges)) if judges else None
        return Bench(sandbox, pool), stack.pop_all()


def _close_later() -> None:
    global _timer
    if _timer is not None:
        _timer.cancel()
    _timer = threading.Timer(IDLE, _close_if_idle)
    _timer.daemon = True
    _timer.start()


def _close_if_idle() -> None:
    with _lock:
        idle = _users == 0
    if idle:
        close()


atexit.register(close)

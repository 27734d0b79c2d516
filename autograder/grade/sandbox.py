"""The sandbox as the grader holds it: sessions, each forked for one submission by the fork server of the moment."""

import threading
from pathlib import Path

from autograder.grade.fork_server import ForkServer, NoWalls
from autograder.grade.inside.limits import Limits
from autograder.grade.session import Session

__all__ = ["ISOLATIONS", "NoWalls", "Sandbox"]

ISOLATIONS = ("bubblewrap", "process", "none")
SHARE = 200
"""Sessions that one fork server makes. They share its hash seed, which no fork can change; the next one has another."""
AHEAD = 20
"""So many sessions before that the next fork server starts to load."""


class Sandbox:
    """Forks sessions. A context manager; safe to use from several threads.

    isolation: "bubblewrap" walls every submission in; "process" only gives each its own process, with
    limits; "none" not even limits.
    shown: files and folders that submissions may read, such as the course's data.
    share: sessions of one fork server, before another takes its place.
    """

    def __init__(self, isolation: str = "bubblewrap", shown: tuple[Path, ...] = (), share: int = SHARE):
        if isolation not in ISOLATIONS:
            raise ValueError(f"isolation {isolation!r}: choose one of {', '.join(ISOLATIONS)}")
        self.isolation, self._shown, self._share = isolation, shown, share
        self._lock = threading.Lock()
        self._server, self._next = self._start(), None
        self._retired: list[ForkServer] = []

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self, limits: Limits = Limits()) -> Session:
        """Fork a runner for one submission. Raises `NoWalls` where its walls could not be built.

        The first call waits for the fork server, which loads its libraries meanwhile.
        """
        with self._lock:
            server = self._on_duty()
            server.forked += 1
        return server.session(limits)

    def await_readiness(self) -> None:
        """Return when the fork server has loaded its libraries. Raises `NoWalls` where it cannot start."""
        self._server.await_readiness()

    @property
    def process(self):
        """The fork server's process, or bubblewrap's around it."""
        return self._server.process

    @property
    def is_alive(self) -> bool:
        """Whether the fork server runs still."""
        return self._server.is_alive

    def close(self) -> None:
        """End the fork servers and every session they forked. May be called again."""
        with self._lock:
            for server in (self._server, self._next, *self._retired):
                if server is not None:
                    server.close()

    def _start(self) -> ForkServer:
        return ForkServer(self.isolation, self._shown)

    def _on_duty(self) -> ForkServer:
        """The fork server to ask now; one that has made its share goes when its last session has ended."""
        if self._next is None and self._server.forked >= self._share - AHEAD:
            self._next = self._start()
        if self._server.forked >= self._share or self._server.is_lost:
            self._retired.append(self._server)
            ahead = self._next is not None and self._next.is_alive
            self._server, self._next = self._next if ahead else self._start(), None
        for server in [one for one in self._retired if one.is_idle]:
            self._retired.remove(server)
            server.close()
        return self._server

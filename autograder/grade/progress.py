"""How far a class run is: a bar with the time left where somebody looks, a line per problem always."""

import sys
import time
from typing import TextIO

WIDTH = 28


class Progress:
    """Counts submissions, on standard error unless told otherwise."""

    def __init__(self, total: int, stream: TextIO | None = None):
        self._total, self._done, self._stream = total, 0, stream or sys.stderr
        self._start = self._shown = time.monotonic()
        self._live = self._stream.isatty()

    def step(self, problem: str | None = None) -> None:
        """One more is done; `problem`, if any, gets a line of its own."""
        self._done += 1
        if problem:
            self.say(problem)
        if self._live:
            self._draw()

    def say(self, line: str) -> None:
        """A line above the bar."""
        print(("\r\x1b[K" if self._live else "") + printable(line), file=self._stream, flush=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._live:
            print("\r\x1b[K", end="", file=self._stream, flush=True)

    def _draw(self) -> None:
        now = time.monotonic()
        if now - self._shown < 0.1 and self._done < self._total:
            return
        self._shown = now
        left = (now - self._start) / self._done * (self._total - self._done)
        full = WIDTH * self._done // max(1, self._total)
        bar = "█" * full + "·" * (WIDTH - full)
        print(f"\r\x1b[K{bar} {self._done} of {self._total}, {_clock(left)} left", end="", file=self._stream, flush=True)


def printable(line: str) -> str:
    """A line whose letters were a learner's to choose, for a terminal: without what would steer it."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in line)


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes}:{seconds:02}"

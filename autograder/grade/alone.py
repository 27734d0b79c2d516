"""One class run at a time: two would write to the same gradebook and the same folders."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.errors import UserError


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the course while the body runs; the system lets go of it when this process ends, however that is."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "at_work").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UserError("another `autograder grade` is at work on this course: wait for its end, then run it again.") from None
        yield

"""The sandbox as the grader holds it: fork servers, and sessions forked from them."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from autograder.grade import view
from autograder.grade.inside import frames
from autograder.grade.inside.limits import Limits
from autograder.grade.session import Session

ISOLATIONS = ("bubblewrap", "process", "none")
_START = 180.0


class NoWalls(RuntimeError):
    """The isolation asked for cannot be had here; the message says why and what to do."""


class Sandbox:
    """One fork server and the sessions it forks. A context manager; safe to use from several threads.

    isolation: "bubblewrap" walls every submission in; "process" only gives each its own process, with
    limits; "none" not even limits.
    shown: files and folders that submissions may read, such as the course's data.
    """

    def __init__(self, isolation: str = "bubblewrap", shown: tuple[Path, ...] = ()):
        if isolation not in ISOLATIONS:
            raise ValueError(f"isolation {isolation!r}: choose one of {', '.join(ISOLATIONS)}")
        self.isolation = isolation
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair()
        try:
            self._process = self._start(shown, theirs)
        finally:
            theirs.close()
        self._is_ready = False

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self, limits: Limits = Limits()) -> Session:
        """Fork a runner for one submission. Raises `NoWalls` where its walls could not be built.

        The first call waits for the fork server, which loads its libraries meanwhile.
        """
        self.await_readiness()
        data, their_data = socket.socketpair()
        watch, their_watch = socket.socketpair()
        try:
            with self._lock:
                message = json.dumps({"limits": limits.to_json()}).encode()
                socket.send_fds(self._control, [message], [their_data.fileno(), their_watch.fileno()])
                frames.receive(self._control, 1000, time.monotonic() + 60)
        finally:
            their_data.close()
            their_watch.close()
        session = Session(data, watch, limits)
        try:
            session.await_readiness()
        except OSError as error:
            session.close()
            raise NoWalls(f"no sandbox for a submission: {error}. {_ADVICE}") from None
        return session

    @property
    def is_alive(self) -> bool:
        """Whether the fork server runs still."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the fork server and every session it forked. May be called again."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self, shown: tuple[Path, ...], theirs: socket.socket) -> subprocess.Popen:
        options = {"control": theirs.fileno(), "root": str(view.PACKAGE.parent), "isolation": self.isolation}
        script = view.PACKAGE / "grade" / "inside" / "zygote.py"
        command, keep, passwd = [sys.executable, "-I", str(script), json.dumps(options)], [theirs.fileno()], None
        if self.isolation == "bubblewrap":
            passwd = view.password_file()
            command, keep = [_bubblewrap(), *view.arguments(shown, passwd), *command], [*keep, passwd]
        try:
            return subprocess.Popen(
                command, env=_environment(), pass_fds=keep, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, start_new_session=True, cwd="/",
            )  # fmt: skip
        finally:
            if passwd is not None:
                os.close(passwd)

    def await_readiness(self) -> None:
        """Return when the fork server has loaded its libraries. Raises `NoWalls` where it cannot start."""
        with self._lock:
            if not self._is_ready:
                self._hear_readiness()
                self._is_ready = True

    def _hear_readiness(self) -> None:
        try:
            frames.receive(self._control, 1000, time.monotonic() + _START)
        except (frames.Closed, TimeoutError):
            self._process.kill()
            said = self._process.communicate()[1].decode(errors="replace").strip()
            raise NoWalls(f"the sandbox did not start: {said[-2000:] or 'no reason given'}. {_ADVICE}") from None
        threading.Thread(target=self._process.stderr.read, daemon=True).start()  # nobody must wait for a full pipe


_ADVICE = (
    "Install bubblewrap (Debian: apt install bubblewrap) and allow user namespaces, or say "
    "`--isolation process` (limits, but no walls) or `--isolation none` if you trust every submission."
)


def _bubblewrap() -> str:
    path = shutil.which("bwrap")
    if path is None:
        raise NoWalls(f"bubblewrap is not installed. {_ADVICE}")
    return path


def _environment() -> dict[str, str]:
    """All that a submission sees of the environment. bwrap itself gets no more: /proc/1/environ is readable."""
    folders = [str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"]
    return {
        "PATH": os.pathsep.join(folders),
        "HOME": view.HOME,
        "USER": "learner",
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "NBGRADER_EXECUTION": "autograde",
    }

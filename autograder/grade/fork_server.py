"""One fork server as the grader holds it: a process that loads the libraries once, and forks a runner for each session."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from autograder.grade import view
from autograder.grade.inside import frames
from autograder.grade.inside.limits import Limits
from autograder.grade.session import Lost, Session

_START = 180.0
_lasting = ThreadPoolExecutor(1, thread_name_prefix="starts-fork-servers")
"""bubblewrap's --die-with-parent means the thread that started it: this one lasts as long as the process."""


class NoWalls(RuntimeError):
    """The isolation asked for cannot be had here; the message says why and what to do."""


class ForkServer:
    """Starts at once, loads for seconds. Safe to use from several threads.

    forked: how many sessions it was asked for.
    """

    def __init__(self, isolation: str, shown: tuple[Path, ...]):
        self.isolation, self.forked = isolation, 0
        self._lock, self._is_ready, self._said, self._sessions = threading.Lock(), False, "", []
        self._control, theirs = socket.socketpair()
        try:
            self.process = _lasting.submit(self._start, shown, theirs).result()
        finally:
            theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether it runs still."""
        return self.process.poll() is None

    @property
    def is_lost(self) -> bool:
        """Whether it ended although it had once been ready."""
        return self._is_ready and not self.is_alive

    @property
    def is_idle(self) -> bool:
        """Whether all its sessions have ended."""
        with self._lock:
            self._sessions = [session for session in self._sessions if session.end is None]
            return not self._sessions

    def session(self, limits: Limits) -> Session:
        """Fork a runner. Waits until the libraries are loaded.

        Raises `NoWalls` where its walls could not be built, `Lost` where the fork server has ended.
        """
        self.await_readiness()
        data, their_data = socket.socketpair()
        watch, their_watch = socket.socketpair()
        try:
            with self._lock:
                self._ask_for_fork(limits, their_data, their_watch)
                session = Session(data, watch, limits)
                self._sessions.append(session)
        finally:
            their_data.close()
            their_watch.close()
        try:
            session.await_readiness()
        except OSError as error:
            session.close()
            raise self._why_not(error) from None
        return session

    def _ask_for_fork(self, limits: Limits, data: socket.socket, watch: socket.socket) -> None:
        try:
            socket.send_fds(self._control, [json.dumps({"limits": limits.to_json()}).encode()], [data.fileno(), watch.fileno()])
            frames.receive(self._control, 1000, time.monotonic() + 60)
        except OSError as error:
            self.close()
            raise Lost(f"the fork server has ended ({error})") from None

    def _why_not(self, error: OSError) -> Exception:
        if self.is_lost:
            return Lost(f"the fork server has ended ({error})")
        return NoWalls(f"no sandbox for a submission: {error}. {_ADVICE}")

    def await_readiness(self) -> None:
        """Return when the libraries are loaded. Raises `NoWalls` where it cannot start."""
        with self._lock:
            if not self._is_ready:
                self._hear_readiness()
                self._is_ready = True

    def close(self) -> None:
        """End it and every session it forked. May be called again."""
        with contextlib.suppress(OSError):  # closed before
            self._control.shutdown(socket.SHUT_RDWR)  # a thread that waits for readiness would not notice it closed
        self._control.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

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

    def _hear_readiness(self) -> None:
        try:
            frames.receive(self._control, 1000, time.monotonic() + _START)
        except (frames.Closed, TimeoutError):
            self.process.kill()
            if not self._said:  # every thread that waited is told
                self._said = self.process.communicate()[1].decode(errors="replace").strip()[-2000:] or "no reason given"
            raise NoWalls(f"the sandbox did not start: {self._said}. {_ADVICE}") from None
        threading.Thread(target=self.process.stderr.read, daemon=True).start()  # nobody must wait for a full pipe


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

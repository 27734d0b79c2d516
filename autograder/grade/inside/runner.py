"""The runner: does what the grader asks, one message after another, with the learner's code.

Learner's code shares this process, so nothing said here is believed outside: observations are verified,
and outputs are what a learner's kernel could have printed anyway.
"""

import asyncio
import os
import random
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Any

from autograder.exercises import channel, observation
from autograder.exercises.failure import describe_failure
from autograder.grade.inside import frames, program
from autograder.grade.inside.descriptors import Descriptors
from autograder.grade.inside.limits import Limits


def serve(sock: socket.socket, limits: Limits) -> None:
    """Obey until the grader closes the socket."""
    desk = Desk(sock, limits)
    signal.signal(signal.SIGINT, desk.interrupt)
    _start_afresh()
    channel.submit, channel.seed, channel.observe = desk.submit, desk.seed, desk.observe
    frames.send(sock, {"kind": "ready"})
    while True:
        try:
            desk.obey(frames.receive(sock))
        except frames.Closed:
            return


def _start_afresh() -> None:
    """Own randomness, own folder, own environment; the descriptors of the fork server's neighbours closed."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    home = os.getcwd()
    os.environ.update(HOME=home, TMPDIR="/tmp", PWD=home)
    _import_shell().descriptors = Descriptors()
    sys.path.append("")  # last, so that a learner's numpy.py takes nobody's place


def _leave_what_is_gone() -> None:
    """Back home from a folder that the learner's code went into and removed."""
    try:
        os.getcwd()
    except OSError:
        os.chdir(os.environ.get("HOME", "/"))


def _import_shell() -> Any:
    from autograder.grade.inside.shell import the_shell

    return the_shell()


class Desk:
    """Where the grader's wishes come in and what they made goes out."""

    def __init__(self, sock: socket.socket, limits: Limits):
        self._sock, self._limits = sock, limits
        self._seeds: dict[str, int] = {}
        self._nonce = ""
        self._seen: dict[str, tuple[tuple, dict]] = {}
        self._encoded: dict[str, tuple[dict, bytes]] = {}
        self._loop = asyncio.new_event_loop()
        self._at_work = self._sending = self._interrupted = False
        self._line = threading.Lock()  # a learner's threads print, too

    def interrupt(self, *_: Any) -> None:
        """What SIGINT does: stop the learner's code, but never in the middle of a frame."""
        if self._sending:
            self._interrupted = True
        elif self._at_work:
            raise KeyboardInterrupt

    def obey(self, wish: dict) -> None:
        """Do one thing, and say that it is done."""
        self._seeds.update(wish.get("seeds", {}))
        self._nonce = wish.get("nonce", "")
        if wish["op"] == "cell" and not wish.get("proof"):
            self._seen.clear()  # what the learner's next lines do may change what their functions do
        try:
            self._at_work = True
            answer = getattr(self, "_do_" + wish["op"])(wish) or {}
        except frames.Closed:
            raise
        except BaseException as error:  # also KeyboardInterrupt: the grader waits for an answer
            answer = {"error": describe_failure(error)}
        self._at_work = False
        with self._line:
            frames.send(self._sock, {"kind": "done", "nonce": wish["nonce"], **answer})

    def observe(self, exercise: str, objects: tuple) -> dict:
        """Run the exercise on the learner's objects: once, however many test cells in a row ask for it."""
        from autograder.exercises import observe_all

        seen = self._seen.get(exercise)
        if seen is None or any(one is not other for one, other in zip(seen[0], objects, strict=True)):
            self._seen[exercise] = objects, observe_all(exercise, objects, self.seed(exercise))
        return self._seen[exercise][1]

    def submit(self, exercise: str, properties: tuple, observed: dict) -> None:
        """Send an observation; the channel that `prove` uses."""
        if self._encoded.get(exercise, (None,))[0] is not observed:
            self._encoded[exercise] = observed, observation.encode(observed)
        self._send({"kind": "observation", "exercise": exercise, "nonce": self._nonce}, self._encoded[exercise][1])

    def seed(self, exercise: str) -> int:
        """The seed that the grader drew for this exercise."""
        return self._seeds[exercise]

    def _do_file(self, wish: dict) -> None:
        path = Path(wish["path"])
        content = frames.receive_bytes(self._sock)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def _do_program(self, wish: dict) -> dict:
        return {"error": program.execute(wish["path"])}

    def _do_cell(self, wish: dict) -> dict:
        _leave_what_is_gone()
        is_test = bool(wish.get("proof"))
        return _import_shell().execute(wish["source"], self._loop, self._send_message, self._limits.output, is_test)

    def _do_observe(self, wish: dict) -> dict:
        objects, missing = self._find(wish["names"])
        if missing:
            return {"missing": missing}
        self.submit(wish["exercise"], (), self.observe(wish["exercise"], objects))
        return {}

    def _find(self, names: list[str]) -> tuple[tuple, list[str]]:
        space = program.namespace()
        missing = [name for name in names if name not in space]
        return tuple(space.get(name) for name in names), missing

    def _send_message(self, message: dict[str, Any]) -> None:
        self._send({"kind": "message", "message": message})

    def _send(self, message: dict, payload: bytes | None = None) -> None:
        is_main = threading.current_thread() is threading.main_thread()  # the one that is interrupted
        self._sending = is_main or self._sending
        try:
            with self._line:
                frames.send(self._sock, message)
                if payload is not None:
                    frames.send_bytes(self._sock, payload)
        finally:
            self._sending = self._sending and not is_main
        if is_main and self._interrupted:
            self._interrupted = False
            raise KeyboardInterrupt

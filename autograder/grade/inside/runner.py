"""The runner: does what the grader asks, one message after another, with the learner's code.

Learner's code shares this process, so nothing said here is believed outside: observations are verified,
and outputs are what a learner's kernel could have printed anyway.
"""

import asyncio
import os
import random
import socket
import sys
from pathlib import Path
from typing import Any

from autograder.exercises import channel, observation
from autograder.exercises.failure import describe_failure
from autograder.grade.inside import frames, program
from autograder.grade.inside.limits import Limits


def serve(sock: socket.socket, limits: Limits) -> None:
    """Obey until the grader closes the socket."""
    _start_afresh()
    desk = Desk(sock, limits)
    channel.submit, channel.seed = desk.submit, desk.seed
    frames.send(sock, {"kind": "ready"})
    while True:
        try:
            desk.obey(frames.receive(sock))
        except frames.Closed:
            return
        except KeyboardInterrupt:  # came too late: what it was for has ended
            continue


def _start_afresh() -> None:
    """Own randomness, own folder, own environment; the descriptors of the fork server's neighbours closed."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    home = os.getcwd()
    os.environ.update(HOME=home, TMPDIR="/tmp", PWD=home)
    sys.path.append("")  # last, so that a learner's numpy.py takes nobody's place


class Desk:
    """Where the grader's wishes come in and what they made goes out."""

    def __init__(self, sock: socket.socket, limits: Limits):
        self._sock, self._limits = sock, limits
        self._seeds: dict[str, int] = {}
        self._nonce = ""
        self._seen: dict[tuple, bytes] = {}
        self._loop = asyncio.new_event_loop()

    def obey(self, wish: dict) -> None:
        """Do one thing, and say that it is done."""
        self._seeds.update(wish.get("seeds", {}))
        self._nonce = wish.get("nonce", "")
        try:
            answer = getattr(self, "_do_" + wish["op"])(wish) or {}
        except frames.Closed:
            raise
        except BaseException as error:  # also KeyboardInterrupt: the grader waits for an answer
            answer = {"error": describe_failure(error)}
        frames.send(self._sock, {"kind": "done", "nonce": wish["nonce"], **answer})

    def submit(self, exercise: str, properties: tuple, observed: dict) -> None:
        """Send an observation; the channel that `prove` uses."""
        payload = observation.encode(observed)
        message = {"kind": "observation", "exercise": exercise, "nonce": self._nonce}
        frames.send(self._sock, message)
        frames.send_bytes(self._sock, payload)

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
        from autograder.grade.inside.shell import the_shell

        return the_shell().execute(wish["source"], self._loop, self._send_output, self._limits.output)

    def _do_observe(self, wish: dict) -> dict:
        from autograder.exercises import observe_all

        objects, missing = self._find(wish["names"])
        if missing:
            return {"missing": missing}
        self.submit(wish["exercise"], (), observe_all(wish["exercise"], objects, self.seed(wish["exercise"])))
        return {}

    def _find(self, names: list[str]) -> tuple[tuple, list[str]]:
        space = program.namespace()
        missing = [name for name in names if name not in space]
        return tuple(space.get(name) for name in names), missing

    def _send_output(self, output: dict[str, Any]) -> None:
        frames.send(self._sock, {"kind": "output", "output": output})

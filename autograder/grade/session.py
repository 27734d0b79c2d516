"""One submission at work, as the grader sees it: wishes out, doubtful messages in, an end in any case."""

import os
import secrets
import signal
import socket
import time
from dataclasses import dataclass, field

from autograder.grade.inside import frames
from autograder.grade.inside.limits import Limits

OBSERVATION_LIMIT = 48 * 2**20
MESSAGE_LIMIT = 16 * 2**20
_PATIENCE = 10.0


class Lost(OSError):
    """The warden is gone without a word, and the submission with it: the fork server has ended, by no learner's doing."""


@dataclass
class Outcome:
    """What came of one wish.

    ended: "done", "timed-out" (interrupted, the runner lives), "killed", "out-of-memory", "overrun" (killed
        for time), "malformed" (killed for what it sent).
    answer: the runner's own word, believed for nothing but outputs.
    messages: what a kernel would have sent a frontend, as it came.
    observations: exercise id -> undecoded observation, for those that carried this wish's nonce.
    """

    ended: str = "done"
    answer: dict = field(default_factory=dict)
    messages: list[dict] = field(default_factory=list)
    observations: dict[str, bytes] = field(default_factory=dict)
    detail: str = ""

    @property
    def alive(self) -> bool:
        """Whether the runner can be asked more."""
        return self.ended in ("done", "timed-out")


class Session:
    """The grader's end of one runner and its warden. A context manager."""

    def __init__(self, data: socket.socket, watch: socket.socket, limits: Limits):
        self._data, self._watch, self.limits = data, watch, limits
        self._deadline = time.monotonic() + limits.whole
        self.end: dict | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def await_readiness(self) -> None:
        """Return when the runner is walled in. Raises OSError where it is not."""
        try:
            message = frames.receive(self._data, 10_000, time.monotonic() + 60)
        except (frames.Closed, ValueError, TimeoutError) as error:
            raise OSError(f"the runner did not start ({error})") from None
        if message.get("kind") != "ready":
            raise OSError(str(message.get("reason", message))[:500])

    def put_file(self, path: str, content: bytes) -> Outcome:
        """Write a file in the learner's home before anything of theirs runs."""
        return self.ask({"op": "file", "path": path}, payload=content)

    def ask(self, wish: dict, seconds: float | None = None, payload: bytes | None = None) -> Outcome:
        """Send a wish and collect what comes, for at most `seconds` (by default, one cell's). Raises `Lost`."""
        nonce, outcome = secrets.token_hex(8), Outcome()
        until = min(time.monotonic() + (seconds or self.limits.cell), self._deadline)
        try:
            self._data.settimeout(max(1.0, until - time.monotonic()))
            frames.send(self._data, {**wish, "nonce": nonce})
            if payload is not None:
                frames.send_bytes(self._data, payload)
            self._collect(outcome, nonce, until)
        except (frames.Closed, TimeoutError):
            self._bury(outcome)
        except ValueError as error:
            self.kill()
            outcome.ended, outcome.detail = "malformed", str(error)[:200]
        return outcome

    def kill(self) -> None:
        """End the whole process tree. Returns when it is gone."""
        if self.end is None:
            self._tell({"op": "kill"})
            self._hear_end()

    def close(self) -> None:
        """Kill what still runs and close the sockets."""
        self.kill()
        self._data.close()
        self._watch.close()

    def _collect(self, outcome: Outcome, nonce: str, until: float) -> None:
        interrupted = False
        budget = self.limits.output * 2 + MESSAGE_LIMIT
        while True:
            try:
                payload = frames.receive_bytes(self._data, MESSAGE_LIMIT, until)
            except TimeoutError:
                if interrupted:
                    outcome.ended = "overrun"
                    return self.kill()
                interrupted, outcome.ended = True, "timed-out"
                self._tell({"op": "interrupt"})
                until = time.monotonic() + self.limits.grace
                continue
            budget -= len(payload)
            message = frames.parse(payload)
            if message.get("kind") == "done" and message.get("nonce") == nonce:
                outcome.answer = message
                return
            if budget < 0:
                raise frames.TooLarge("more output than a cell may make")
            self._take(message, outcome, nonce, until)

    def _take(self, message: dict, outcome: Outcome, nonce: str, until: float) -> None:
        if message.get("kind") == "message" and isinstance(message.get("message"), dict):
            outcome.messages.append(message["message"])
        elif message.get("kind") == "observation":
            payload = frames.receive_bytes(self._data, OBSERVATION_LIMIT, until)
            if message.get("nonce") == nonce:
                outcome.observations[str(message.get("exercise"))] = payload

    def _bury(self, outcome: Outcome) -> None:
        self.kill()
        reason, status = (self.end or {}).get("reason"), (self.end or {}).get("status", 0)
        if reason == "unknown":
            raise Lost("the sandbox ended while a submission ran")
        outcome.ended = {"memory": "out-of-memory", "time": "overrun"}.get(reason, "killed")
        if os.WIFSIGNALED(status):
            outcome.detail = signal.Signals(os.WTERMSIG(status)).name
        elif outcome.ended == "killed":
            outcome.detail = f"exit status {os.WEXITSTATUS(status)}"

    def _tell(self, wish: dict) -> None:
        try:
            self._watch.settimeout(_PATIENCE)
            frames.send(self._watch, wish)
        except (frames.Closed, TimeoutError):
            pass  # the warden has ended on its own

    def _hear_end(self) -> None:
        try:
            self.end = frames.receive(self._watch, 10_000, time.monotonic() + _PATIENCE).get("ended", {})
        except (frames.Closed, TimeoutError, ValueError):
            self.end = {"status": 0, "reason": "unknown"}

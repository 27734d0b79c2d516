"""IPython as the kernel has it, with what a cell shows collected instead of sent to a frontend."""

import asyncio
import builtins
import getpass
import io
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.zmqshell import ZMQDisplayPublisher, ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config


class Session:
    """Stands where the kernel's session stands: takes messages, and turns them into notebook outputs."""

    def __init__(self) -> None:
        self.outlet: Callable[[dict], None] = lambda message: None

    def msg(self, kind: str, content: dict | None = None, *_: Any, **__: Any) -> dict:
        """A message as ipykernel's own classes fill and pass on."""
        return {"header": {"msg_type": kind}, "content": content or {}, "metadata": {}}

    def send(self, stream: Any, message: Any, content: dict | None = None, *_: Any, **__: Any) -> dict:
        """Take a message, made or to be made."""
        made = self.msg(message, content) if isinstance(message, str) else message
        self.outlet(made)
        return made


class Stream(io.TextIOBase):
    """sys.stdout or sys.stderr of a cell; may be written from any thread."""

    encoding = "utf-8"

    def __init__(self, name: str, session: Session):
        self.name, self._session, self._parts, self._size = name, session, [], 0
        self._lock = threading.RLock()

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return {"<stdout>": 1, "<stderr>": 2}[self.name]

    def isatty(self) -> bool:
        return False

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        with self._lock:
            self._parts.append(text)
            self._size += len(text)
        if self._size > 1 << 16:
            self.flush()
        return len(text)

    def flush(self) -> None:
        with self._lock:
            text, self._parts, self._size = "".join(self._parts), [], 0
        if text:
            self._session.send(None, "stream", {"name": self.name.strip("<>"), "text": text})


class Publisher(ZMQDisplayPublisher):
    """The kernel's `display`, with our session."""

    session = AnyTrait()


class Hook(ZMQShellDisplayHook):
    """The kernel's last-value display, with our session."""

    session = AnyTrait()


class Shell(ZMQInteractiveShell):
    """The kernel's shell without a kernel."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(Hook)

    def attach(self) -> "Shell":
        """Let outputs, streams and questions to the learner go where the grader has them."""
        self.session = Session()
        self.display_pub.session = self.displayhook.session = self.session
        self.displayhook.topic = b"execute_result"
        builtins.input = getpass.getpass = _refuse_input
        return self

    def execute(self, source: str, loop: asyncio.AbstractEventLoop, send: Callable[[dict], None], limit: int) -> dict:
        """Run one cell as the kernel does; `send` gets its outputs, of at most `limit` bytes, as they come.

        Returns {"status": "ok" | "error", "execution_count", "error": {"ename", "evalue"} | None}.
        """
        before = sys.stdout, sys.stderr
        outlet = _Outlet(send, limit)
        self.session.outlet = outlet
        sys.stdout, sys.stderr = Stream("<stdout>", self.session), Stream("<stderr>", self.session)
        asyncio.set_event_loop(loop)
        count = self.execution_count
        try:
            result = self._run(source, loop)
        finally:
            sys.stdout.flush(), sys.stderr.flush()
            sys.stdout, sys.stderr = before
        error = result.error_before_exec or result.error_in_exec if result is not None else None
        status = "ok" if result is not None and result.success else "error"
        return {"status": status, "execution_count": count, "error": _name(error)}

    def _run(self, source: str, loop: asyncio.AbstractEventLoop) -> Any:
        try:
            transformed, failure = self.transform_cell(source), None
        except Exception:
            transformed, failure = source, sys.exc_info()
        task = loop.create_task(
            self.run_cell_async(source, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=failure)
        )
        try:
            return loop.run_until_complete(task)
        except (KeyboardInterrupt, asyncio.CancelledError):
            task.cancel()
            self.showtraceback()
            return None
        finally:
            self._after(task, loop)

    def _after(self, task: asyncio.Task, loop: asyncio.AbstractEventLoop) -> None:
        """What the kernel does after a cell: hooks, such as the one that shows matplotlib's figures."""
        self.events.trigger("post_execute")
        if not task.cancelled():
            self.events.trigger("post_run_cell", task.result() if task.done() and not task.exception() else None)


class _Outlet:
    """Turns messages into notebook outputs and sends them on, up to a number of bytes."""

    def __init__(self, send: Callable[[dict], None], left: int):
        self._send, self._left = send, left

    def __call__(self, message: dict) -> None:
        output = as_output(message["header"]["msg_type"], message["content"])
        if output is None or self._left <= 0:
            return
        size = len(repr(output))
        if size > self._left:
            output = _too_much(output, self._left)
        self._left -= size
        self._send(output)


def as_output(kind: str, content: dict) -> dict | None:
    """A message as an output of the notebook format, or as a wish on earlier ones; None for the rest."""
    if kind == "stream":
        return {"output_type": "stream", "name": content["name"], "text": content["text"]}
    if kind == "error":
        return {"output_type": "error", **{name: content[name] for name in ("ename", "evalue", "traceback")}}
    if kind in ("display_data", "execute_result", "update_display_data"):
        output = {"output_type": kind, "data": content["data"], "metadata": content.get("metadata") or {}}
        if kind == "execute_result":
            output["execution_count"] = content.get("execution_count")
        if content.get("transient", {}).get("display_id"):
            output["display_id"] = content["transient"]["display_id"]
        return output
    if kind == "clear_output":
        return {"output_type": "clear_output", "wait": bool(content.get("wait"))}
    return None


def _too_much(output: dict, left: int) -> dict:
    if output["output_type"] == "stream":
        return {**output, "text": output["text"][:left] + "\n… more than may be printed; the rest is not kept\n"}
    return {"output_type": "stream", "name": "stdout", "text": "\n… more than may be shown; the rest is not kept\n"}


def _name(error: BaseException | None) -> dict | None:
    return None if error is None else {"ename": type(error).__name__, "evalue": str(error)[:500]}


def _refuse_input(*_: Any, **__: Any) -> str:
    raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")


_SHELL: Shell | None = None


def the_shell() -> Shell:
    """The one shell of this process."""
    global _SHELL
    if _SHELL is None:
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "neutral"
        os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        _SHELL = Shell.instance(config=config).attach()
    return _SHELL

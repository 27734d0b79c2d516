"""IPython as the kernel has it, with what a cell shows sent to the grader instead of a frontend."""

import asyncio
import base64
import builtins
import getpass
import io
import json
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

import comm
from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.jsonutil import json_clean
from ipykernel.zmqshell import ZMQDisplayPublisher, ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

from autograder.grade.inside.cells import CellCompiler
from autograder.grade.inside.descriptors import Descriptors


class Session:
    """Stands where the kernel's session stands: what would go to a frontend goes to `outlet`."""

    def __init__(self) -> None:
        self.outlet: Callable[[dict], None] = lambda message: None

    def msg(self, kind: str, content: dict | None = None, *_: Any, **__: Any) -> dict:
        """A message as ipykernel's own classes fill and pass on."""
        return {"msg_type": kind, "content": content or {}, "metadata": {}, "buffers": []}

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

    def close(self) -> None:
        """The next cell needs it too."""

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
    compiler_class = Type(CellCompiler)
    descriptors: Descriptors | None = None
    is_plain = False

    def attach(self) -> "Shell":
        """Let outputs, streams and questions to the learner go where the grader has them."""
        self.session = Session()
        self.display_pub.session = self.displayhook.session = self.session
        self.streams = Stream("<stdout>", self.session), Stream("<stderr>", self.session)
        self.displayhook.topic = b"execute_result"
        builtins.input = getpass.getpass = _refuse_input
        comm.create_comm = lambda *words, **named: _Comm(self.session, *words, **named)
        _show_figures(self)
        return self

    def enable_gui(self, gui: Any = None) -> None:
        """There is no window to show anything in, and no event loop to run for one."""
        self.active_eventloop = gui

    def ask_exit(self) -> None:
        """exit() in a cell ends the cell's work, not the notebook's."""

    def showtraceback(self, *words: Any, **named: Any) -> None:
        """The kernel's traceback; or, where nobody is to see a test's lines, the exception alone."""
        kind, error, _ = sys.exc_info()
        if not self.is_plain or kind is None:
            super().showtraceback(*words, **named)
            return
        try:
            self._showtraceback(kind, error, [f"{kind.__name__}: {error}"])
        except Exception:  # an exception of the learner's may not even have a text
            self._showtraceback(kind, "", [kind.__name__])

    def _format_exception_for_storage(self, exception: BaseException, *_: Any, **__: Any) -> dict:
        """For IPython's own history, which nobody reads here: the whole traceback a second time would take as long."""
        return {"ename": type(exception).__name__, "evalue": "", "traceback": []}

    def execute(
        self, source: str, loop: asyncio.AbstractEventLoop, send: Callable[[dict], None], limit: int, is_plain: bool = False
    ) -> dict:
        """Run one cell as the kernel does; `send` gets its messages, of at most `limit` bytes, as they come.

        is_plain: without tracebacks, which take longer than most cells.
        Returns {"status": "ok" | "error", "execution_count", "ename", "evalue"}; the last two for errors.
        """
        before, self.is_plain = (sys.stdout, sys.stderr), is_plain
        outlet = _Outlet(send, limit)
        self.session.outlet = outlet
        sys.stdout, sys.stderr = self.streams  # never new ones: a thread's print() would meet the old one's remains
        asyncio.set_event_loop(loop)
        count, result = self.execution_count, None
        try:
            result = self._run(source, loop)
        finally:
            self._pour(limit)
            sys.stdout, sys.stderr = before
        if result is not None and result.success:
            return {"status": "ok", "execution_count": count}
        return {"status": "error", "execution_count": count, **_name(result)}

    def _pour(self, limit: int) -> None:
        if self.descriptors is not None:
            self.descriptors.pour(limit, self.streams)
        for stream in self.streams:
            stream.flush()

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
    """Sends messages on, up to a number of bytes; then says once that it was too much."""

    def __init__(self, send: Callable[[dict], None], left: int):
        self._send, self._left = send, left

    def __call__(self, message: dict) -> None:
        if self._left <= 0:
            return
        size = len(json.dumps(message, default=repr))
        if size > self._left:
            message = _too_much(message, self._left)
        self._left -= size
        self._send(message)


def _too_much(message: dict, left: int) -> dict:
    note = "\n… more than a cell may show; the rest is not kept\n"
    if message["msg_type"] == "stream":
        content = message["content"]
        return {**message, "content": {**content, "text": content["text"][:left] + note}}
    return {**message, "msg_type": "stream", "content": {"name": "stdout", "text": note}}


def _name(result: Any) -> dict:
    error = None if result is None else result.error_before_exec or result.error_in_exec
    if error is None:
        return {"ename": "KeyboardInterrupt", "evalue": ""}
    try:
        return {"ename": type(error).__name__, "evalue": str(error)[:2000]}
    except Exception:  # an exception of the learner's may not even have a text
        return {"ename": type(error).__name__, "evalue": ""}


class _Comm(comm.base_comm.BaseComm):
    """A widget's line to a frontend, of which there is none: what it says is kept with the outputs."""

    def __init__(self, session: Session, *words: Any, **named: Any):
        self._session = session
        super().__init__(*words, **named)

    def publish_msg(self, kind: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any) -> None:
        content = json_clean({"data": data or {}, "comm_id": self.comm_id, **keys})
        encoded = [base64.b64encode(bytes(buffer)).decode() for buffer in buffers or []]
        self._session.send(None, {"msg_type": kind, "content": content, "metadata": metadata or {}, "buffers": encoded})


def _show_figures(shell: InteractiveShell) -> None:
    """matplotlib's figures at the end of a cell, as when a kernel imports pyplot."""
    try:
        from IPython.core.pylabtools import activate_matplotlib
        from matplotlib_inline.backend_inline import configure_inline_support

        activate_matplotlib(os.environ["MPLBACKEND"])
    except ImportError:
        return
    configure_inline_support(shell, os.environ["MPLBACKEND"])


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

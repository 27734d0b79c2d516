"""The warden of one submission: starts its runner walled in, watches it, ends it whole.

It runs no learner's code, and is outside the learner's namespaces: its word on how the runner ended counts.
"""

import os
import select
import shutil
import signal
import socket
import tempfile
import time
import traceback
from pathlib import Path

from autograder.grade.inside import frames
from autograder.grade.inside import kernel_calls as calls
from autograder.grade.inside.limits import Limits, apply_limits

TICK = 0.1
_PAGE = os.sysconf("SC_PAGE_SIZE")


def guard(data: int, watch: int, limits: Limits, isolation: str) -> None:
    """Run one submission to its end, and tell it on the watch socket. Never returns.

    data: descriptor of the runner's socket to the grader.
    watch: descriptor of the warden's own: hears {"op": "interrupt" | "kill"}, says {"ended": …}.
    """
    grader = socket.socket(fileno=watch)
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder = _prepare(isolation)
    runner = _start_runner(data, watch, limits, isolation)
    os.close(data)
    ended = _watch(runner, grader, limits)
    shutil.rmtree(folder, ignore_errors=True) if folder else None
    frames.send(grader, {"ended": ended})
    os._exit(0)


def _prepare(isolation: str) -> str | None:
    """Its own process tree; and, where there are no walls, a folder of its own, which is returned."""
    if isolation == "bubblewrap":
        calls.unshare(calls.CLONE_NEWPID)
        return None
    try:
        calls.prctl(calls.PR_SET_CHILD_SUBREAPER, 1)  # orphans of the runner come to us, to be ended
    except (OSError, AttributeError):  # not Linux
        pass
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    return folder


def _start_runner(data: int, watch: int, limits: Limits, isolation: str) -> int:
    runner = os.fork()
    if runner:
        return runner
    try:
        os.close(watch)
        _be_runner(data, limits, isolation)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(70)


def _be_runner(data: int, limits: Limits, isolation: str) -> None:
    from autograder.grade.inside import runner, walls

    sock = socket.socket(fileno=data)
    try:
        if isolation == "bubblewrap":
            walls.shut_in(limits)
        elif isolation == "process":
            apply_limits(limits)
    except OSError as error:
        frames.send(sock, {"kind": "no-walls", "reason": str(error)})
        return
    runner.serve(sock, limits)


def _watch(runner: int, grader: socket.socket, limits: Limits) -> dict:
    """{"status": wait status, "reason": "exit" | "asked" | "memory" | "time", "peak": bytes}."""
    ends, reason, peak = time.monotonic() + limits.whole, "exit", 0
    common = _memory(runner, 0)  # what the fork server had loaded is everybody's
    wakers, tick = _wakers(runner)
    while True:
        readable, _, _ = select.select([*wakers, grader], [], [], tick)
        if _has_ended(runner):
            break
        if grader in readable and reason == "exit":
            reason = _obey(grader, runner)
        peak = max(peak, _memory(runner, common))
        if reason == "exit" and peak > limits.memory:
            reason = "memory"
        if reason == "exit" and time.monotonic() > ends:
            reason = "time"
        if reason != "exit":
            os.kill(runner, signal.SIGKILL)
    _, status = os.waitpid(runner, 0)
    _end_orphans()
    return {"status": status, "reason": reason, "peak": peak}


def _wakers(runner: int) -> tuple[list[int], float]:
    """What becomes readable when the runner ends, and how long to wait for it; Linux alone has such a thing."""
    try:
        return [os.pidfd_open(runner)], TICK
    except (AttributeError, OSError):
        return [], TICK / 5


def _has_ended(runner: int) -> bool:
    return os.waitid(os.P_PID, runner, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _obey(grader: socket.socket, runner: int) -> str:
    try:
        wish = frames.receive(grader, limit=1000)
    except (frames.Closed, ValueError):
        return "asked"  # the grader is gone: nobody waits for this submission
    if wish.get("op") == "interrupt":
        os.kill(runner, signal.SIGINT)
        return "exit"
    return "asked"


def _memory(top: int, common: int) -> int:
    """Bytes of private memory, beyond `common` for each, that a process and all below it hold."""
    total, waiting = 0, [top]
    while waiting:
        process = Path("/proc", str(waiting.pop()))
        try:
            _, resident, shared, *_ = (process / "statm").read_text().split()
            total += max(0, (int(resident) - int(shared)) * _PAGE - common)
            for task in (process / "task").iterdir():
                waiting += (task / "children").read_text().split()
        except OSError:  # it has ended meanwhile
            continue
    return total


def _end_orphans() -> None:
    """Without a PID namespace: kill what the runner left behind, until nothing is left."""
    while True:
        try:
            children = Path("/proc/self/task", str(os.getpid()), "children").read_text().split()
        except OSError:
            return
        if not children:
            return
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        os.wait()

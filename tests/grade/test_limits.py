"""Limits: what each ends, and that the rest goes on."""

import pytest

from tests.grade.conftest import QUICK
from tests.grade.test_security import said


def ask(session, code, **more):
    return session.ask({"op": "cell", "source": code}, **more)


def test_an_endless_loop_is_interrupted_and_the_notebook_goes_on(sandbox):
    with sandbox.session(QUICK) as session:
        said(session, "kept = 41")
        assert ask(session, "while True: pass", seconds=1).ended == "timed-out"
        assert said(session, "print(kept + 1)") == "42\n"


def test_a_loop_that_swallows_interrupts_is_killed(sandbox):
    with sandbox.session(QUICK) as session:
        outcome = ask(session, "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass", seconds=1)
        assert (outcome.ended, outcome.alive) == ("overrun", False)


@pytest.mark.parametrize(
    ("code", "ended", "detail"),
    [
        ("import os; os._exit(3)", "killed", "exit status 3"),
        ("import ctypes; ctypes.string_at(0)", "killed", "SIGSEGV"),
        ("import os; os.abort()", "killed", "SIGABRT"),
    ],
)
def test_a_cell_that_ends_the_process(code, ended, detail, sandbox):
    with sandbox.session(QUICK) as session:
        outcome = ask(session, code)
        assert outcome.ended == ended
        assert outcome.detail in (detail, "SIGSEGV")


def test_memory_beyond_the_limit_is_an_exception(sandbox):
    with sandbox.session(QUICK) as session:
        outcome = ask(session, "block = bytearray(10**10)")
        assert (outcome.ended, outcome.answer["ename"]) == ("done", "MemoryError")


def test_memory_shared_out_among_processes_is_counted_together(sandbox):
    code = """
import os, time
for _ in range(4):
    if os.fork() == 0:
        block = b'x' * (300 * 2**20)
        time.sleep(60)
time.sleep(60)
"""
    with sandbox.session(QUICK) as session:
        assert ask(session, code, seconds=20).ended == "out-of-memory"


def test_a_fork_storm_stays_within_its_number(sandbox):
    code = """
import os, time
made = 0
try:
    for _ in range(1000):
        if os.fork() == 0:
            time.sleep(60)
        made += 1
except OSError:
    pass
print(made)
"""
    with sandbox.session(QUICK) as session:
        assert 0 < int(said(session, code)) < QUICK.processes


def test_a_file_may_not_grow_without_end(sandbox):
    with sandbox.session(QUICK) as session:
        outcome = ask(session, "with open('big', 'wb') as file:\n    for _ in range(4096):\n        file.write(bytes(2**20))", seconds=30)
        assert outcome.ended in ("done", "killed") and outcome.answer.get("status") != "ok"


def test_output_is_cut_and_the_notebook_goes_on(sandbox):
    with sandbox.session(QUICK) as session:
        text = said(session, "for number in range(10**6): print('line', number)")
        assert QUICK.output - 2**19 < len(text) < QUICK.output + 2**19
        assert "the rest is not kept" in text
        assert said(session, "print('on')") == "on\n"


def test_endless_output_is_stopped_by_the_clock(sandbox):
    with sandbox.session(QUICK) as session:
        assert ask(session, "while True: print('x' * 1000)", seconds=1).ended in ("timed-out", "overrun")


def test_what_a_subprocess_prints_is_shown(sandbox):
    with sandbox.session(QUICK) as session:
        assert said(session, "import subprocess\nsubprocess.run(['echo', 'from below'])").startswith("from below")


def test_input_is_refused(sandbox):
    with sandbox.session(QUICK) as session:
        assert ask(session, "input('?')").answer["ename"] == "StdinNotImplementedError"

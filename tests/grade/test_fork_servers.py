"""Fork servers take turns: what their sessions share, and what becomes of a run when one of them ends."""

import os
import signal
import threading
import time

import psutil
import pytest

from autograder.grade.inside.limits import Limits
from autograder.grade.performance import Job, perform
from autograder.grade.sandbox import NoWalls, Sandbox
from autograder.grade.session import Lost
from tests.grade.conftest import QUICK
from tests.grade.test_security import run, said

HASH = "print(hash('batch'))"


@pytest.fixture(scope="module")
def turns():
    """A sandbox whose fork servers make two sessions each."""
    with Sandbox("process", share=2) as made:
        yield made


def kill_all(process):
    """End a fork server and all below it, as a machine without memory might."""
    for one in [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]:
        os.kill(one.pid, signal.SIGKILL)
    process.wait()


def test_submissions_share_a_hash_seed_with_no_more_than_the_share_of_their_fork_server(turns):
    seen = [run(turns, HASH) for _ in range(4)]
    assert seen[0] == seen[1] and seen[2] == seen[3] and seen[0] != seen[2]


def test_a_session_goes_on_while_the_next_fork_server_takes_over_and_the_old_one_goes_after_it(turns):
    with turns.session(QUICK) as first:
        servers = {turns.process.pid}
        assert said(first, "kept = 1") == ""
        for _ in range(3):
            run(turns, HASH)
            servers.add(turns.process.pid)
        assert len(servers) == 2 and all(map(psutil.pid_exists, servers))
        assert said(first, "print(kept)") == "1\n"
    run(turns, HASH)
    assert sum(map(psutil.pid_exists, servers)) < 2


def test_all_who_wait_for_a_fork_server_that_cannot_start_are_told_why(tmp_path):
    with Sandbox("bubblewrap", (tmp_path / "not there",)) as sandbox:
        for _ in range(2):
            with pytest.raises(NoWalls, match="not there"):
                sandbox.await_readiness()


@pytest.mark.parametrize("isolation", ["bubblewrap", "process"])
def test_a_fork_server_outlives_the_thread_that_asked_for_it(isolation):
    made = []

    def ask() -> None:
        made.append(Sandbox(isolation))
        time.sleep(1)  # bubblewrap has begun by then

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    with made[0] as sandbox:
        assert run(sandbox, "print(6 * 7)") == "42\n"


def test_a_fork_server_that_ends_is_replaced(turns):
    run(turns, HASH)
    before = turns.process.pid
    kill_all(turns.process)
    assert int(run(turns, HASH))
    assert turns.process.pid != before


def test_a_submission_whose_fork_server_ends_is_the_graders_fault(turns):
    with turns.session(QUICK) as session:
        kill_all(turns.process)
        with pytest.raises(Lost):
            said(session, "1 + 1")


def test_a_submission_whose_fork_server_ends_is_performed_again(turns):
    run(turns, HASH)
    threading.Timer(1.0, kill_all, [turns.process]).start()
    performance = perform(turns, Job([("import time\ntime.sleep(3)", ())], {}, {}, Limits(cell=20.0)))
    assert [(cell.ended, cell.answer["status"]) for cell in performance.runs] == [("done", "ok")]

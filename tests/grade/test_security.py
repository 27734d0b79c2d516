"""One test for each promise of the sandbox. Each holds a probe that gets through where the wall is taken away."""

import ctypes
import os
import socket
import subprocess
import time

import pytest

from autograder.grade.sandbox import Sandbox
from tests.grade.conftest import QUICK, ROOT
from tests.grade.probes import PROBES, SELF_EVIDENT


def said(session, code, **more):
    """What a cell printed, errors left out."""
    outcome = session.ask({"op": "cell", "source": code}, **more)
    return "".join(message["content"].get("text", "") for message in outcome.messages if message["msg_type"] == "stream")


def run(sandbox, code, limits=QUICK):
    with sandbox.session(limits) as session:
        return said(session, code)


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """Things of the grader's own for probes to reach for."""
    folder = tmp_path_factory.mktemp("grader")
    gradebook = folder / "gradebook.db"
    gradebook.write_bytes(b"SECRET marks")
    submitted = folder / "submitted" / "somebody"
    submitted.mkdir(parents=True)
    (submitted / "work.ipynb").write_text("{}")
    abstract, key, shm = f"grader-{os.getpid()}", 0x5EC0 + os.getpid(), f"grader-{os.getpid()}"
    libc = ctypes.CDLL(None)
    segment = libc.shmget(key, 1, 0o1666)
    open(f"/dev/shm/{shm}", "w").close()
    with socket.create_server(("127.0.0.1", 0)) as port, socket.socket(socket.AF_UNIX) as unix:
        unix.bind("\0" + abstract)
        unix.listen()
        yield {
            "gradebook": str(gradebook), "submitted": str(submitted), "root": str(ROOT), "pid": str(os.getpid()),
            "port": port.getsockname()[1], "abstract": abstract, "folder": str(folder), "shm": shm, "key": key,
        }  # fmt: skip
    libc.shmctl(segment, 0, None)
    os.remove(f"/dev/shm/{shm}")


def reaches(sandbox, name, machine):
    probe = PROBES[name]
    for word, value in machine.items():
        probe = probe.replace("{" + word + "!r}", repr(value)).replace("{" + word + "}", str(value))
    return "REACHED" in run(sandbox, probe)


@pytest.fixture(scope="module", autouse=True)
def secret_environment():
    """A process of the grader's, with a secret in its environment."""
    with subprocess.Popen(["sleep", "600"], env={"GRADER_SECRET": "1", "PATH": os.environ["PATH"]}) as process:
        yield
        process.kill()


@pytest.mark.parametrize("name", PROBES)
def test_the_probe_gets_through_where_the_wall_is_taken_away(name, unwalled, machine):
    assert reaches(unwalled, name, machine)


def test_security_submission_cannot_read_the_gradebook(sandbox, machine):
    assert not reaches(sandbox, "read_the_gradebook", machine)


def test_security_submission_cannot_read_another_submission(sandbox, machine):
    assert not reaches(sandbox, "read_another_submission", machine)


def test_security_submission_cannot_read_the_solutions(sandbox, machine):
    assert not reaches(sandbox, "read_the_solutions", machine)


def test_security_submission_cannot_import_the_judge(sandbox, machine):
    assert not reaches(sandbox, "import_the_judge", machine)


def test_security_submission_cannot_read_the_graders_source(sandbox, machine):
    assert not reaches(sandbox, "read_the_graders_source", machine)


def test_security_submission_cannot_read_the_graders_environment(sandbox, machine):
    assert not reaches(sandbox, "read_a_process_environment", machine)


def test_security_submission_cannot_see_other_processes(sandbox, machine):
    assert not reaches(sandbox, "see_other_processes", machine)


def test_security_submission_cannot_signal_the_grader(sandbox, machine):
    assert not reaches(sandbox, "signal_the_grader", machine)


def test_security_submission_cannot_reach_the_network(sandbox, machine):
    assert not reaches(sandbox, "connect_to_a_port", machine)


def test_security_submission_cannot_reach_a_socket_of_the_machine(sandbox, machine):
    assert not reaches(sandbox, "connect_to_an_abstract_socket", machine)


def test_security_submission_cannot_read_or_write_the_graders_folders(sandbox, machine):
    assert not reaches(sandbox, "look_into_the_graders_folder", machine)
    assert not reaches(sandbox, "write_into_the_graders_folder", machine)


def test_security_submission_cannot_change_the_libraries(sandbox, machine):
    assert not reaches(sandbox, "write_where_libraries_lie", machine)


def test_security_submission_cannot_use_the_machines_shared_memory(sandbox, machine):
    assert not reaches(sandbox, "keep_shared_memory", machine)
    assert not reaches(sandbox, "keep_a_message_queue", machine)


@pytest.mark.parametrize("name", SELF_EVIDENT)
def test_security_submission_has_no_privileges(name, sandbox):
    assert "REACHED" not in run(sandbox, SELF_EVIDENT[name])


def test_security_submission_holds_no_capability_and_can_gain_none(sandbox):
    status = run(sandbox, "print(open('/proc/self/status').read())")
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert {int(fields[f"Cap{kind}"], 16) for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")} == {0}
    assert fields["NoNewPrivs"] == "1"


def test_security_the_machine_is_read_only(sandbox):
    probe = """
import os
for folder, *_ in os.walk('/', onerror=None):
    if folder.startswith(('/proc', '/home/learner', '/tmp', '/dev/shm')):
        continue
    try:
        open(os.path.join(folder, 'left'), 'w').close()
        print('REACHED', folder)
    except OSError:
        pass
    if folder.count('/') > 3:
        break
"""
    assert run(sandbox, probe) == ""


def test_security_leftovers_of_one_submission_never_reach_the_next(sandbox):
    places = ("/tmp/left", "/dev/shm/left", "left", "/home/learner/left")
    leave = f"import sys, os\nfor place in {places}:\n    open(place, 'w').close()\nsys.left = os.environ['LEFT'] = 'here'"
    look = f"import sys, os\nprint([place for place in {places} if os.path.exists(place)], hasattr(sys, 'left'), 'LEFT' in os.environ)"
    with sandbox.session(QUICK) as first:
        assert said(first, leave + f"\nprint(all(os.path.exists(place) for place in {places}))") == "True\n"
        assert run(sandbox, look) == "[] False False\n"
    assert run(sandbox, look) == "[] False False\n"


def test_security_the_process_tree_dies_whole(sandbox, tmp_path):
    """A grandchild in its own session, which ignores signals and holds every descriptor, ends with the rest."""
    leave = """
import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(12345.6)
    os._exit(0)
print('left')
"""
    session = sandbox.session(QUICK)
    assert said(session, leave) == "left\n"
    start = time.monotonic()
    session.close()
    assert time.monotonic() - start < 5, "the grader waited for a process that a submission left"
    assert session.end["reason"] == "asked"
    until = time.monotonic() + 5
    while len(descendants(sandbox.process.pid)) > 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(descendants(sandbox.process.pid)) <= 2, "only bwrap's own and the fork server may be left"


def descendants(top):
    found, waiting = [], [top]
    while waiting:
        pid = waiting.pop()
        try:
            children = open(f"/proc/{pid}/task/{pid}/children").read().split()
        except OSError:
            continue
        waiting += [int(child) for child in children]
        found += [child for child in children if _is_alive(child)]
    return found


def _is_alive(pid):
    try:
        return "Z" not in open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1][:3]
    except OSError:
        return False


def test_security_submission_inherits_no_descriptor_of_the_grader(sandbox):
    code = """
import os
found = []
for one in os.listdir('/proc/self/fd'):
    try:
        found.append(os.readlink(f'/proc/self/fd/{one}').split(':')[0])
    except OSError:
        pass
print(sum(kind == 'socket' for kind in found), [kind for kind in found if kind.startswith(('/work', '/root', '/home/', 'pipe')) and not kind.startswith('/home/learner')])
"""
    sockets, others = run(sandbox, code).split(" ", 1)
    assert int(sockets) <= 3, "its own socket to the grader, and asyncio's own pair"
    assert others.strip() == "[]"


def test_security_the_environment_holds_nothing_of_the_graders(sandbox):
    assert "GRADER_SECRET" not in run(sandbox, "import os\nprint(dict(os.environ))")


def test_security_every_submission_draws_other_random_numbers(sandbox):
    code = "import random, numpy, uuid, tempfile\nprint(random.random(), numpy.random.rand(), uuid.uuid4(), tempfile.mktemp())"
    first, second = run(sandbox, code).split(), run(sandbox, code).split()
    assert all(one != other for one, other in zip(first, second, strict=True))


def test_security_torch_starts_as_in_a_fresh_kernel(sandbox):
    assert run(sandbox, "import torch\nprint(torch.initial_seed(), torch.rand(1).item())") == run(
        sandbox, "import torch\nprint(torch.initial_seed(), torch.rand(1).item())"
    )


def test_security_every_fork_server_has_its_own_hash_seed(sandbox, unwalled):
    assert run(sandbox, "print(hash('batch'))") != run(unwalled, "print(hash('batch'))")


def test_a_course_that_lies_in_tmp_is_still_there_read_only_under_a_private_tmp(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rows.csv").write_text("1,2")
    (tmp_path / "hidden").write_text("SECRET")
    folder = str(tmp_path)
    with Sandbox("bubblewrap", (tmp_path / "data",)) as sandbox:
        assert run(sandbox, f"import os; print(os.listdir({folder!r}), open({folder + '/data/rows.csv'!r}).read())") == "['data'] 1,2\n"
        assert run(sandbox, f"open('/tmp/mine', 'w').close(); open({folder + '/data/mine'!r}, 'w')") == ""
        assert run(sandbox, "import os; print(os.path.exists('/tmp/mine'))") == "False\n"
    assert not (tmp_path / "data" / "mine").exists()

"""What the fork server leaves out or has ready changes nothing that a cell can see."""

import re

import psutil

from tests.grade.conftest import QUICK
from tests.grade.test_security import run, said


def test_a_profiler_sees_the_labels_of_steps_and_resets(sandbox):
    code = """
import torch
weights = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.SGD([weights], lr=0.1)
with torch.autograd.profiler.profile() as profile:
    optimizer.zero_grad()
    optimizer.step()
print(sorted(event.key for event in profile.key_averages() if event.key.startswith('Optimizer')))
"""
    assert "['Optimizer.step#SGD.step', 'Optimizer.zero_grad#SGD.zero_grad']" in run(sandbox, code).splitlines()


def test_a_label_of_the_learners_own_is_a_context_and_a_decorator_whether_somebody_profiles_or_not(sandbox):
    code = """
from torch.autograd import profiler

@profiler.record_function('mine')
def labelled():
    with profiler.record_function('inner'):
        return 3

print(labelled())
with profiler.profile() as profile:
    print(labelled())
print(sorted(event.key for event in profile.key_averages() if event.key in ('mine', 'inner')))
"""
    assert run(sandbox, code).splitlines()[:3] == ["3", "3", "['inner', 'mine']"]


def test_a_traceback_shows_the_lines_of_the_cells_it_went_through(sandbox):
    with sandbox.session(QUICK) as session:
        said(session, "def half(x):\n    return x / 0")
        outcome = session.ask({"op": "cell", "source": "import json\njson.loads('1', parse_int=half)"})
    (error,) = [message["content"] for message in outcome.messages if message["msg_type"] == "error"]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
    assert error["ename"] == "TypeError"
    assert "json.loads('1', parse_int=half)" in shown and "return x / 0" in shown and "scan_once" in shown


def test_a_cell_is_no_modules_as_inspect_sees_it(sandbox):
    code = "import inspect, sys\nframe = sys._getframe()\nprint(inspect.getmodule(frame), inspect.getsource(frame).splitlines()[0])"
    assert run(sandbox, code) == "None import inspect, sys\n"


def test_the_fork_server_has_one_thread(sandbox):
    run(sandbox, "1")
    server = psutil.Process(sandbox.process.pid)
    assert {one.num_threads() for one in [server, *server.children(recursive=True)]} == {1}

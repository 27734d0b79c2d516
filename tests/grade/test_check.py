"""`autograder check`, by the letter of its contract."""

import json
import os
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.grade.conftest import RIGHT, ROOT, WRONG, marked

EXERCISE = "02.train"
BODY = "def train(x, y, w, b, *, epochs, batch_size, lr):\n    "
FILES = {
    "right.py": RIGHT,
    "right_after_prints_and_failures.py": RIGHT + "\nimport warnings\nprint('training', train([1.0], [1.0], 0, 0, epochs=0, batch_size=1, lr=1))\nwarnings.warn('x')\n1 / 0\n",
    "guarded.py": RIGHT + "\nif __name__ == '__main__':\n    raise SystemExit('not here')\n",
    "wrong.py": WRONG,
    "stub.py": BODY + "raise NotImplementedError('later')\n",
    "absent.py": "def tran():\n    pass\n",
    "syntax.py": "def train(x:\n",
    "raises.py": BODY + "return {}['missing']\n",
    "endless.py": BODY + "while True: pass\n",
    "exits.py": "import os\n" + BODY + "os._exit(0)\n",
    "crashes.py": "import ctypes\n" + BODY + "ctypes.string_at(0)\n",
    "memory.py": BODY + "return bytearray(10**11)\n",
    "binary.py": b"\x00\xff\xfe",
}
CODES = {
    "right.py": None, "right_after_prints_and_failures.py": None, "guarded.py": None, "stub.py": "not-attempted", "absent.py": "not-attempted",
    "syntax.py": "raised", "raises.py": "raised", "endless.py": "timed-out", "exits.py": "killed", "crashes.py": "killed",
    "memory.py": "out-of-memory", "binary.py": "raised", "right.ipynb": None, "odd.ipynb": None, "broken.ipynb": "raised",
}  # fmt: skip


def check(*words, at):
    command = [sys.executable, "-c", "import sys; from autograder.cli import main; sys.exit(main())", "check", *map(str, words)]
    return subprocess.run(command, cwd=at, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=280)


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """All files judged in one call: (exit status, one object for each line)."""
    folder = tmp_path_factory.mktemp("check")
    for name, content in FILES.items():
        folder.joinpath(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    test = marked("raise SystemExit('a test cell is not run')", "test", grade=True, points=1)
    nbformat.write(new_notebook(cells=[new_code_cell("%matplotlib inline\n!echo x"), new_code_cell("1 / 0"), new_code_cell(RIGHT), test]), folder / "right.ipynb")
    nbformat.write(new_notebook(cells=[new_code_cell("import os\nos._exit(0)"), new_code_cell(RIGHT), new_code_cell("input()")]), folder / "odd.ipynb")
    (folder / "broken.ipynb").write_text('{"cells": [')
    names = [*FILES, "right.ipynb", "odd.ipynb", "broken.ipynb"]
    done = check(EXERCISE, *names, "--json", at=folder)
    return names, done, [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_for_each_file_in_the_order_given(judged):
    names, done, lines = judged
    assert [line["file"] for line in lines] == names, done.stderr
    assert {tuple(line) for line in lines} == {("file", "exercise", "passed", "score", "properties", "findings")}


def test_all_judged_is_exit_status_0(judged):
    assert judged[1].returncode == 0, judged[1].stderr


@pytest.mark.parametrize("name", CODES)
def test_the_first_finding_is_the_cause(name, judged):
    line = next(line for line in judged[2] if line["file"] == name)
    assert (line["findings"][0]["code"] if line["findings"] else None) == CODES[name]
    assert line["passed"] is (CODES[name] is None)
    assert line["score"] == (1.0 if CODES[name] is None else 0.0)


def test_a_wrong_loop_keeps_what_it_keeps(judged):
    line = next(line for line in judged[2] if line["file"] == "wrong.py")
    assert line["passed"] is False and 0 < line["score"] < 1 and line["findings"][0]["message"]


@pytest.mark.parametrize("words", [("99.nothing", "a.py"), (EXERCISE,), (EXERCISE, "no_such_file.py"), (EXERCISE, "notes.txt")])
def test_bad_usage_is_exit_status_2_and_nothing_on_stdout(words, tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    done = check(*words, at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_the_graders_own_fault_is_passed_null_and_exit_status_1(tmp_path, monkeypatch, capsys):
    from autograder.cli import main
    from autograder.grade.judge_pool import CannotJudge, JudgePool

    def broken(self, *_):
        raise CannotJudge("the judge is broken")

    monkeypatch.setattr(JudgePool, "verdict", broken)
    (tmp_path / "right.py").write_text(RIGHT)
    assert main(["check", EXERCISE, str(tmp_path / "right.py"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["passed"] is None

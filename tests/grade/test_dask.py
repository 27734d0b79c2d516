"""A class spread over a Dask cluster: the same marks as here, also when a worker dies on the way."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.grade.conftest import RIGHT, ROOT, WRONG, Course

pytest.importorskip("distributed")
pytestmark = pytest.mark.timeout(600)


@contextmanager
def dask(*words):
    """A process of a real Dask cluster."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen([sys.executable, "-m", "distributed.cli." + words[0], *words[1:]], env=environment, start_new_session=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def wait_for(path):
    until = time.monotonic() + 120
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.1)


def test_a_worker_that_dies_costs_time_and_nothing_else(tmp_path):
    course = Course(tmp_path / "course")
    students = [f"s{index}" for index in range(8)]
    for index, student in enumerate(students):
        course.submit_code(student, RIGHT if index % 2 else WRONG)
    known = tmp_path / "scheduler.json"
    where = ("--scheduler-file", str(known))
    worker = ("dask_worker", *where, "--no-nanny", "--nthreads", "1", "--no-dashboard")
    with dask("dask_scheduler", *where, "--port", "0", "--no-dashboard"):
        wait_for(known)
        import json

        address = json.loads(known.read_text())["address"]
        with dask(*worker) as first, dask(*worker):
            command = [sys.executable, "-c", "import sys; from autograder.cli import main; sys.exit(main())", "grade"]
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            grading = subprocess.Popen([*command, "--course-dir", str(course.root), "--dask", address, "--no-report"], env=environment)
            wait_for(course.root / "autograded")
            os.killpg(first.pid, signal.SIGKILL)
            assert grading.wait(400) == 0
    far = [course.marks(student) for student in students]
    assert course.grade("--regrade", "--no-report")[0] == 0, "the same marks, here, from the same seeds"
    assert [course.marks(student) for student in students] == far
    assert [marks["test_updates"] for marks in far] == [0, 2] * 4

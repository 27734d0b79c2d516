"""All attempts handed in to one course, among honest neighbours, and graded; what each got."""

import os
import re
import socket
import sqlite3
import subprocess
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.attempt import Attempt
from tests.grade.conftest import CONFIG, FULL, RIGHT, Course

FORGED = ("test_updates", "test_losses")
"""The tests that a `train` which does nothing deserves no points for."""

LIMITS = """
c.Execute.timeout = 4
"""


@dataclass(frozen=True)
class Got:
    """marks: test -> points, or None where the submission was not graded. traces: what it reached outside."""

    marks: dict | None
    traces: tuple[str, ...] = ()
    neighbours: bool = True

    def verdict(self, attempt: Attempt) -> str:
        """In a word: held, or what went wrong."""
        if not self.neighbours:
            return "harmed neighbours"
        if self.traces:
            return "escaped"
        if attempt.kind == "forge":
            return "forged" if self.marks and any(map(self.marks.get, FORGED)) else "held"
        lost = attempt.is_honest and attempt.kind == "accident" and self.marks != FULL
        return "cost points" if lost else "held"

    @property
    def shown(self) -> str:
        """The marks, short."""
        if self.marks is None or None in self.marks.values():
            return "ungraded"
        return f"{sum(self.marks.values()):g} of {sum(FULL.values())}"


@contextmanager
def machine(folder: Path):
    """Things of the grader's own to reach for, and what tells that they were reached."""
    with ExitStack() as stack:
        port = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        unix = stack.enter_context(socket.socket(socket.AF_UNIX))
        abstract = f"attacks-{os.getpid()}"
        unix.bind("\0" + abstract)
        unix.listen()
        secret = stack.enter_context(subprocess.Popen(["sleep", "36000"], env={"GRADER_SECRET": "1", "PATH": os.environ["PATH"]}))
        stack.callback(secret.kill)
        kept = folder / "kept"
        kept.mkdir()
        gradebook, submitted = kept / "gradebook.db", kept / "submitted"
        with sqlite3.connect(gradebook) as database:
            database.execute("create table marks as select 'SECRET' as mark")
        (submitted / "somebody" / "small").mkdir(parents=True)
        (submitted / "somebody" / "small" / "small.ipynb").write_text("{}")
        shm = f"/dev/shm/{abstract}"
        Path(shm).touch()
        stack.callback(os.remove, shm)
        yield {
            "gradebook": str(gradebook), "submitted": str(submitted), "folder": str(kept), "root": str(Path(__file__).parents[2]),
            "pid": str(secret.pid), "port": port.getsockname()[1], "abstract": abstract, "shm": abstract, "key": 0x5EC1,
        }  # fmt: skip


def fill(text: str, things: dict) -> str:
    """The attempt's code with the machine's things in it."""
    for word, value in things.items():
        text = text.replace("{" + word + "!r}", repr(value)).replace("{" + word + "}", str(value))
    return text


def hand_in(course: Course, attempt: Attempt, things: dict) -> str:
    """Hand in one attempt; returns the learner's id."""
    from dataclasses import replace

    student = re.sub(r"\W+", "_", f"{attempt.kind} {attempt.name}")
    attempt = replace(attempt, before=fill(attempt.before, things))
    path = course.submit(student, attempt.make(course.released()))
    for name, content in attempt.files:
        file = path.parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if content.startswith("link:"):
            file.unlink(missing_ok=True)
            file.symlink_to(fill(content.removeprefix("link:"), things))
        else:
            file.write_text(content)
    return student


def traces(course: Course, student: str, things: dict, before: dict) -> tuple[str, ...]:
    """What tells that a submission reached outside: its own word, or a change."""
    found = []
    try:
        notebook = course.graded(student)
        shown = [output.get("text", "") for one in notebook.cells for output in one.get("outputs", []) if output.output_type == "stream"]
        found += ["REACHED"] if any("REACHED" in text for text in shown) else []
    except OSError:
        pass
    return (*found, *(name for name, state in snapshot(things).items() if state != before[name]))


def snapshot(things: dict) -> dict:
    """The state of what must not change."""
    folder = Path(things["folder"])
    files = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {"files of the grader": files, "a file of /tmp": os.path.exists("/tmp/unpickled")}


def try_ours(folder: Path, attempts: list[Attempt], jobs: int = 2) -> dict[str, Got]:
    """All attempts and an honest neighbour for each kind, in one run of `autograder grade`."""
    course = Course(folder / "course", CONFIG + LIMITS)
    with machine(folder) as things:
        before = snapshot(things)
        students = {attempt.name: hand_in(course, attempt, things) for attempt in attempts}
        honest = [f"honest_{index}" for index in range(5)]
        for student in honest:
            course.submit_code(student, RIGHT)
        _, said = course.grade("--jobs", str(jobs))
        neighbours = all(_marks(course, student) == FULL for student in honest)
        got = {}
        for attempt in attempts:
            student = students[attempt.name]
            got[attempt.name] = Got(_marks(course, student), traces(course, student, things, before), neighbours)
    return got


def _marks(course: Course, student: str) -> dict | None:
    try:
        return course.marks(student)
    except Exception:  # no entry: not graded
        return None

"""One long run of `autograder grade`: does it hold steady?

    python tests/benchmarks/bench_large_class.py [--submissions 1000] [--steps 10] [--jobs 2]

A class of notebook 05, made as in `bench_grade.py`: the loops of the bank, right and wrong, again and again.
Prints, for each tenth of the run, how many are graded, at what rate, and what all processes hold in memory;
then whether every submission has marks, and whether the right loops have all points and no wrong loop has;
ends with 1 where that does not hold. Each submission has a seed of its own, so the same wrong loop may get other
partial marks from other cases: where that is so, it is said.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_grade import COMMAND, CONFIG, NOTEBOOK, Class05, loops, make_class, text_of

EXERCISE = "train_"
"""How the names of the test cells of 05.train begin; nobody here diagnoses the bugs."""
FORK_SERVER = 3
"""How far below the grader: bubblewrap, its process 1, the fork server; below that wardens and runners."""


@dataclass(frozen=True)
class Moment:
    """seconds since the start, submissions graded, bytes that all processes hold, and seconds of all cores' work."""

    seconds: float
    graded: int
    memory: int
    work: float


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=10, help="lines of the table")
    parser.add_argument("--jobs", type=int)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        course, students = make_class(Path(name), CONFIG, args.submissions, args.submissions)
        moments = watched([*COMMAND, "grade", "--timing", *(["--jobs", str(args.jobs)] if args.jobs else [])], course.root)
        show(moments, args.submissions, args.steps)
        problems, notes = look(course, students)
    print("\n".join([*notes, *problems]), end="\n" if notes or problems else "")
    print(f"{len(problems)} problems" if problems else f"all {args.submissions} have marks: right loops all points, wrong ones fewer")
    return 1 if problems else 0


def watched(command: list[str], folder: Path) -> list[Moment]:
    """Run, and look every second."""
    moments, work, start = [], {}, time.monotonic()
    process = subprocess.Popen(command, cwd=folder)
    while process.poll() is None:
        graded = sum(1 for _ in (folder / "autograded").glob(f"*/{NOTEBOOK}"))
        moments.append(Moment(time.monotonic() - start, graded, held(process.pid, work), sum(work.values())))
        time.sleep(1)
    return moments


def held(pid: int, work: dict[int, float], depth: int = 0) -> int:
    """What a process and all below it hold, shared memory counted once; puts down in `work` what each did.

    What a runner or its warden did counts when it ends, as its fork server's.
    """
    try:
        process = psutil.Process(pid)
        memory, below = process.memory_full_info().pss, process.children()
        if depth <= FORK_SERVER:
            work[pid] = sum(process.cpu_times()[: 4 if depth == FORK_SERVER else 2])
    except psutil.Error:  # it has ended meanwhile
        return 0
    return memory + sum(held(one.pid, work, depth + 1) for one in below)


def show(moments: list[Moment], count: int, steps: int) -> None:
    """One line for each part of the run."""
    print(f"{'graded':>8} {'seconds':>8} {'a second':>9} {'work each':>10} {'MB now':>7} {'at most':>8}")
    last = Moment(0.0, 0, 0, 0.0)
    for step in range(1, steps + 1):
        part = [one for one in moments if last.graded <= one.graded and one.seconds > last.seconds]
        now = next((one for one in part if one.graded >= count * step // steps), moments[-1])
        done = max(1, now.graded - last.graded)
        most = max((one.memory for one in part if one.seconds <= now.seconds), default=now.memory)
        rate, work = done / (now.seconds - last.seconds), (now.work - last.work) / done
        print(f"{now.graded:8} {now.seconds:8.0f} {rate:9.2f} {work:9.2f}s {now.memory / 2**20:7.0f} {most / 2**20:8.0f}")
        last = now
        if now is moments[-1]:
            break


def look(course: Class05, students: list[str]) -> tuple[list[str], list[str]]:
    """What is wrong with the marks, and what is worth a note."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as book:
        marks = {student: points(book, student) for student in students}
    problems, notes = [f"{student} has no marks" for student, got in marks.items() if None in got], []
    places = [text_of(number, len(students))[0] for number in range(len(students))]
    for place, text in enumerate(loops()):
        same = {marks[student] for number, student in enumerate(students) if places[number] == place and None not in marks[student]}
        name, right = text.strip().splitlines()[0][:70], place % 2 == 0
        notes += [f"marks of a wrong loop that depend on its cases, {sorted(same)}: {name}"] if len(same) > 1 and not right else []
        problems += [f"{'a right' if right else 'a wrong'} loop got {got}: {name}" for got in same if (min(got) > 0) != right]
    return problems, notes


def points(book, student: str) -> tuple[float | None, ...]:
    """The automatic marks of the cells that test 05.train, in their order; None alone where there are none."""
    try:
        grades = book.find_submission_notebook(NOTEBOOK, NOTEBOOK, student).grades
    except Exception as error:
        print(f"{student}: {error}")
        return (None,)
    return tuple(grade.auto_score for grade in sorted(grades, key=lambda one: one.name) if grade.name.startswith(EXERCISE)) or (None,)


if __name__ == "__main__":
    sys.exit(main())

"""Throughput of `autograder grade` beside stock `nbgrader autograde`, on the same class of notebook 05.

    python tests/benchmarks/bench_grade.py [--submissions 60] [--stock 60] [--all-cells] [--jobs 2]

Sandbox on, all cores, fresh processes, from the first import to the last mark, and without the class report,
which stock does not make. Stock takes several seconds a submission: `--stock 6` times it on six of the same
class, spread evenly, and says so. Prints both rates, the marks that differ (there should be none), how the
time divides, and the memory at its highest.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

import nbformat
import psutil

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = "05_zero_grad"
COMMAND = [sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv.pop(1)); from autograder.cli import main; sys.exit(main())", str(ROOT)]
NO_NOTEBOOK = ("asyncio.py",)
"""Right in a file alone: `asyncio.run` raises in every notebook, where a loop runs already."""
sys.path.insert(0, str(ROOT))

from tests.grade.conftest import CONFIG, STOCK_CONFIG, Course, cell  # noqa: E402


class Class05(Course):
    """A course of notebook 05."""

    assignment = notebook = NOTEBOOK


@cache
def loops() -> list[str]:
    """Right and wrong loops of the bank, in turn; of the kind that there are more of, some are left out, evenly."""
    right = sorted(path for path in (ROOT / "tests" / "bank" / "right" / "05_train").glob("*.py") if path.name not in NO_NOTEBOOK)
    wrong = sorted(path for path in (ROOT / "tests" / "bank" / "wrong").rglob("05_train*.py") if path.parent.name not in ("timed-out", "out-of-memory", "killed"))
    count = min(len(right), len(wrong))
    pairs = ((one[place * len(one) // count] for one in (right, wrong)) for place in range(count))
    return [path.read_text() for pair in pairs for path in pair]


def text_of(index: int, of: int) -> tuple[int, str]:
    """Which loop, and its text, submission `index` of a class of `of` hands in: all in turn, or as many, spread evenly."""
    texts = loops()
    pair, wrong = divmod(index, 2)
    pairs, asked = len(texts) // 2, (of + 1) // 2
    place = 2 * (pair * pairs // asked if asked < pairs else pair % pairs) + wrong
    return place, texts[place]


def make_class(folder: Path, config: str, count: int, of: int) -> tuple[Class05, list[str]]:
    """A course with `count` of a class of `of` handed in."""
    source = nbformat.read(ROOT / "solutions" / NOTEBOOK / f"{NOTEBOOK}.ipynb", as_version=4)
    course = Class05(folder, config, source)
    chosen = [index * of // count for index in range(count)]
    for index in chosen:
        notebook = course.released()
        cell(notebook, "train").source = text_of(index, of)[1]
        course.submit(f"s{index:04}", notebook)
    return course, [f"s{index:04}" for index in chosen]


def run_measured(command: list[str], folder: Path) -> tuple[float, float, int, str]:
    """Seconds by the clock and of all cores' work, the most memory the process tree held, and what was said."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    most = {"memory": 0, "work": 0.0}
    threading.Thread(target=watch, args=(process.pid, most), daemon=True).start()
    said = process.communicate()[0]
    return time.perf_counter() - start, most["work"], most["memory"], said


def watch(pid: int, most: dict) -> None:
    """Every other second, for looking takes time too: what the processes of a tree hold for themselves, and what they and their ended children did."""
    while psutil.pid_exists(pid):
        try:
            top = psutil.Process(pid)
            tree = [top, *top.children(recursive=True)]
            most["memory"] = max(most["memory"], sum(process.memory_full_info().pss for process in tree))
            most["work"] = max(most["work"], sum(sum(process.cpu_times()[:4]) for process in tree))
        except psutil.Error:
            pass
        time.sleep(2)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--submissions", type=int, default=60)
    parser.add_argument("--stock", type=int, default=60, help="how many of them stock nbgrader grades; 0 for none")
    parser.add_argument("--all-cells", action="store_true", help="run the demonstrations of the notebook too")
    parser.add_argument("--jobs", type=int)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        ours, students = make_class(Path(name) / "ours", CONFIG, args.submissions, args.submissions)
        words = ["grade", "--timing", "--no-report", *(["--all-cells"] if args.all_cells else []), *(["--jobs", str(args.jobs)] if args.jobs else [])]
        seconds, work, peak, said = run_measured([*COMMAND, *words], ours.root)
        rate = args.submissions / seconds
        print(said.strip())
        print(f"here:  {args.submissions} submissions in {seconds:.1f} s ({work:.1f} s of work), {rate:.2f} a second, at most {peak / 2**20:.0f} MB")
        if args.stock:
            compare(Path(name), args, ours, rate)
        shutil.rmtree(name, ignore_errors=True)


def compare(folder: Path, args: argparse.Namespace, ours: Class05, rate: float) -> None:
    """Stock nbgrader on the same class, or an even part of it."""
    stock, students = make_class(folder / "stock", STOCK_CONFIG, min(args.stock, args.submissions), args.submissions)
    seconds, work, peak, said = run_measured([sys.executable, "-W", "ignore", "-m", "nbgrader", "autograde", NOTEBOOK], stock.root)
    each = seconds / len(students)
    print(f"stock: {len(students)} submissions in {seconds:.1f} s ({work:.1f} s of work), {1 / each:.3f} a second, at most {peak / 2**20:.0f} MB")
    print(f"here is {rate * each:.0f} times as fast")
    different = {student: [ours.marks(student), stock.marks(student)] for student in students if ours.marks(student) != stock.marks(student)}
    print(f"marks that differ: {json.dumps(different, indent=1) if different else 'none'}")


if __name__ == "__main__":
    main()

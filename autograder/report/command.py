"""`autograder report`: the class report from the gradebook, as one HTML page and a CSV table."""

import argparse
from datetime import datetime
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[ASSIGNMENT …] and where to read and write."""
    parser.add_argument("assignments", metavar="ASSIGNMENT", nargs="*", help="such as 05_zero_grad (default: all in the gradebook)")
    parser.add_argument("--course-dir", type=Path, default=Path.cwd(), help="the nbgrader course (default: this folder)")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to write (default: report/ beside the autograded directory)")
    parser.add_argument("--anonymous", action="store_true", help="numbers for names, to show the report to others")


def run(args: argparse.Namespace) -> int:
    """Write `report.html` and `report.csv`. Returns 0."""
    from autograder.grade.class_course import open_course
    from autograder.report.alike import alike
    from autograder.report.names import anonymous, renamed
    from autograder.report.page import page
    from autograder.report.reading import read_class
    from autograder.report.table import table

    course, _ = open_course(args.course_dir.resolve())
    data = read_class(course, args.assignments)
    pairs = alike(data)
    if args.anonymous:
        data, names = anonymous(data)
        pairs = renamed(pairs, names)
    folder = args.to or Path(course.root, course.autograded_directory).parent / "report"
    folder.mkdir(parents=True, exist_ok=True)
    name = "report-anonymous" if args.anonymous else "report"
    write(folder / f"{name}.html", page(data, pairs, datetime.now()))
    write(folder / f"{name}.csv", table(data))
    print(f"Class report: {shown(folder / name)}.html, and as a table {name}.csv")
    return 0


def write(path: Path, text: str) -> None:
    """Whole or not at all, for the people who share the gradebook and for nobody else."""
    meanwhile = path.with_suffix(".new")
    meanwhile.touch(mode=0o640)
    meanwhile.write_text(text, encoding="utf-8")
    meanwhile.replace(path)


def shown(path: Path) -> str:
    """A path as a person would type it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)

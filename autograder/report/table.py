"""The class report as CSV: one row per learner and exercise, or per notebook where nothing was judged by exercise."""

import csv
import io

from autograder.report.class_data import ClassData, Work

HEAD = ("learner", "assignment", "notebook", "exercise", "passed", "share", "cause", "other_findings", "points", "max_points", "by_hand", "submissions", "ungradable")


def table(data: ClassData) -> str:
    """Comma-separated, in UTF-8, its first line the names of the columns."""
    names = {learner.id: learner.name for learner in data.learners}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for work in sorted(data.works, key=lambda one: (names[one.learner].casefold(), one.assignment, one.notebook)):
        writer.writerows([harmless(cell) for cell in row] for row in _rows(data, work, names[work.learner]))
    return text.getvalue()


def _rows(data: ClassData, work: Work, name: str) -> list[tuple]:
    mark = data.marks.get((work.learner, work.assignment))
    points = (f"{mark.points:g}", f"{mark.of:g}", "yes" if mark.manual else "") if mark and not work.ungradable else ("", "", "")
    end = (*points, len({line["submission"] for line in work.history}), work.ungradable or "")
    found = [
        (one.exercise, {True: "yes", False: "no", None: "not judged"}[one.passed], f"{one.share:.3g}", one.cause, " ".join(one.codes[1:]))
        for one in work.outcomes.values()
    ]
    return [(name, work.assignment, work.notebook, *row, *end) for row in found or [("", "", "", "", "")]]


def harmless(value) -> str:
    """A cell that no spreadsheet takes for a formula: OWASP's "CSV injection" has the signs to look for."""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

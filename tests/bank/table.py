"""The table of the whole bank: what was expected of each file, and what the judge said."""

from collections import Counter
from collections.abc import Iterable

from .run import Outcome

COLUMNS = ("ok", "exercise", "file", "expected", "first finding", "all findings")


def table(outcomes: Iterable[Outcome]) -> str:
    """One line per submission, in aligned columns."""
    rows = [COLUMNS, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(COLUMNS) - 1)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0])).rstrip() for row in rows)


def _row(outcome: Outcome) -> tuple[str, ...]:
    wanted = outcome.submission
    first = outcome.codes[0] if outcome.codes else {True: "passed", False: "failed", None: "not judged"}[outcome.passed]
    return (
        "ok" if outcome.agrees else "NO",
        wanted.exercise,
        wanted.path,
        wanted.code or "passes",
        first,
        " ".join(outcome.codes),
    )


def summary(outcomes: list[Outcome]) -> str:
    """Counts: right and wrong ones judged as expected, and how often the very code of the folder came first."""
    count = Counter((o.submission.code is None, bool(o.agrees)) for o in outcomes)
    wrong = [o for o in outcomes if o.submission.code is not None]
    exact = sum(o.codes[:1] == (o.submission.code,) for o in wrong)
    caught = sum(o.passed is False for o in wrong)
    return (
        f"right: {count[True, True]} of {count[True, True] + count[True, False]} pass\n"
        f"wrong: {caught} of {len(wrong)} fail, {count[False, True]} with a fair first code, "
        f"{exact} with the very code of their folder"
    )

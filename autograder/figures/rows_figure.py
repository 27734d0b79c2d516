"""Which rows each update used: the small picture of a feedback page, where a finding is about rows."""

from dataclasses import replace

import numpy as np

from autograder.figures import timeline
from autograder.figures.figure import Figure, Table
from autograder.figures.run import Run, run_of
from autograder.figures.scale import written
from autograder.figures.style import colour
from autograder.figures.svg import document, label, tag
from autograder.figures.trace_figure import WIDTH
from autograder.trace import Trace

SHOWN = 24
HEIGHT = 170
LISTED = 12


def rows_figure(trace: Trace, finding=None, width: float = WIDTH) -> Figure:
    """The rows of each update of the finding's epoch and the one beside it, a column each, the place marked.

    finding: an object with `code`, `epoch`, `batch` (from 0), or None. Raises ValueError where the trace
    has no update, or where some of its rows are not known.
    """
    if not len(trace) or any(rows is None for rows in trace.rows):
        raise ValueError("a picture of rows needs updates whose rows are known")
    run, n = run_of(trace), trace.n or 1 + max(int(rows.max(initial=0)) for rows in trace.rows)
    if getattr(finding, "code", "") == "sampled-with-replacement":  # where rows come twice at once, none of them begins an epoch
        run = _in_epochs_of(run, n)
    place = run.update_at(getattr(finding, "epoch", None), getattr(finding, "batch", None))
    first, last = _two_epochs(run, place or 0)
    title = f"The rows of updates {first + 1} to {last}"
    caption = f"{title}, one column each. {_said(run, trace, first, last, n)}"
    if place is not None:
        caption += f" Marked: {finding.code}, at update {place + 1}."
    height, parts = _draw(timeline.Window(run, first, last, width, 0), trace, n, finding, place)
    table = Table(("update", "epoch", "batch", "rows"), tuple(_row(run, trace, update) for update in range(first, last)))
    return Figure(document(width, height, title, caption, *parts), caption, table)


def _two_epochs(run: Run, place: int) -> tuple[int, int]:
    """The updates of the epoch that holds `place` and the one before it, of the first the one after; 24 at most."""
    starts = [*run.epoch_starts.tolist(), len(run)]
    epoch = max(int(run.epoch[place]), 1)
    first, last = starts[epoch - 1], starts[min(epoch + 1, len(starts) - 1)]
    if last - first > SHOWN:
        first = max(first, min(place - SHOWN // 2, last - SHOWN))
    return first, min(last, first + SHOWN)


def _in_epochs_of(run: Run, n: int) -> Run:
    """The run with an epoch wherever n rows more have been drawn."""
    epoch = (np.cumsum(run.rows) - run.rows) // n
    return replace(run, epoch=epoch, batch=np.arange(len(run)) - np.searchsorted(epoch, epoch))


def _said(run: Run, trace: Trace, first: int, last: int, n: int) -> str:
    """How many of the n rows each epoch shown used, and how often the most used one came."""
    parts = []
    for epoch in sorted(set(run.epoch[first:last].tolist())):
        of_epoch = [trace.rows[update] for update in range(first, last) if run.epoch[update] == epoch]
        times = np.bincount(np.concatenate(of_epoch), minlength=n)
        often = f", one of them {times.max()} times" if times.max(initial=0) > 1 else ""
        parts.append(f"epoch {epoch + 1}: {written((times > 0).sum())} of {written(n)} rows{often}")
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def _draw(window: timeline.Window, trace: Trace, n: int, finding, place: int | None) -> tuple[float, list[str]]:
    y = 20 if place is not None else 0
    top = y + 46
    parts = [timeline.heads(window, y)]
    for words, at in (("row 1", top + 10), (f"row {written(n)}", top + HEIGHT - 2)) if n > 1 else (("row 1", top + 10),):
        parts.append(label(window.left_of(window.first) - 6, at, words, "soft end"))
    for update in window.updates:
        parts.append(_column(window, update, trace.rows[update], top, HEIGHT / n))
    parts.append(tag("path", d=f"M{window.left_of(window.first)} {top}V{top + HEIGHT}H{window.right:.1f}", class_="frame"))
    if place is not None:
        parts.append(timeline.flag(window, place, y, HEIGHT + 50, finding.code))
    return top + HEIGHT + 10, parts


def _column(window: timeline.Window, update: int, rows: np.ndarray, top: float, each: float) -> str:
    """Runs of neighbouring rows as one block each."""
    width = window.column * 0.62
    x = window.left_of(update) + (window.column - width) / 2
    used = np.unique(rows)
    runs = np.split(used, np.flatnonzero(np.diff(used) > 1) + 1) if len(used) else []
    gap = 1 if each > 4 else 0
    blocks = [(top + run[0] * each, len(run) * each - gap) for run in runs]
    return "".join(tag("rect", x=x, y=float(y), width=width, height=max(float(size), 0.8), fill=colour("fresh")) for y, size in blocks)


def _row(run: Run, trace: Trace, update: int) -> tuple[str, ...]:
    """The table counts rows from 1, as the picture does."""
    rows = [str(row + 1) for row in trace.rows[update][:LISTED].tolist()]
    more = ["…"] if len(trace.rows[update]) > LISTED else []
    return (str(update + 1), str(run.epoch[update] + 1), str(run.batch[update] + 1), ", ".join(rows + more))

"""The picture of a recorded loop: what each update did, the gradient that stood, the loss, the weights."""

import numpy as np

from autograder.figures import timeline, timeline_rows
from autograder.figures.figure import Figure, Table
from autograder.figures.overview import OVERVIEW_HEIGHT, overview
from autograder.figures.run import Run, run_of
from autograder.figures.scale import written
from autograder.figures.svg import document, label
from autograder.trace import Trace

WIDTH = 760
SHOWN = 20
BARS, LOSSES, WEIGHTS = 132, 112, 112


def trace_figure(
    trace: Trace, finding=None, first: int | None = None, last: int | None = None, width: float = WIDTH
) -> Figure:
    """Draw updates `first` up to `last` (from 0, last excluded; at most 40) of a trace, and the whole above them.

    finding: an object with `code`, `epoch` and `batch` (from 0) to be marked, or None. Without `first` the
    picture starts at the epoch of the finding, or at the first update.
    """
    return run_figure(run_of(trace), finding, first, last, width)


def run_figure(
    run: Run, finding=None, first=None, last=None, width: float = WIDTH, cursor: int | None = None
) -> Figure:
    """The same from columns. cursor: an update to shade, or None."""
    if not len(run):
        return _no_updates(run, width)
    place = run.update_at(getattr(finding, "epoch", None), getattr(finding, "batch", None))
    first, last = _range(run, place, first, last)
    title = f"Updates {first + 1} to {last} of {written(len(run))}"
    epochs = written(run.epoch[-1] + 1)
    caption = f"{title}, in {epochs} epochs. {describe(run, first, last)}{_finding_words(run, finding, place)}"
    height, parts = _draw(run, finding, place, first, last, width, cursor)
    return Figure(document(width, height, title, caption, *parts), caption, table_of(run, first, last))


def _draw(run: Run, finding, place: int | None, first: int, last: int, width: float, cursor: int | None):
    """(height, parts): rows under one another."""
    y, parts = 6.0, [timeline.legend_of_verbs(8, 6, width)]
    y += timeline.legend_height(width)
    if len(run) > last - first:
        parts.append(overview(run, (first, last), place, width, y, cursor))
        y += OVERVIEW_HEIGHT
    window = timeline.Window(run, first, last, width, y)
    marked = place is not None and first <= place < last
    y += 20 if marked else 0
    start = y + 40
    parts.append(timeline.heads(window, y))
    body, end = _rows(window, start)
    if cursor is not None and first <= cursor < last:
        parts.append(timeline.highlight(window, cursor, y + 20, end - y - 20))
    if marked:
        parts.append(timeline.flag(window, place, y, end - y, finding.code))
    parts.append(body)
    return end + 10, parts


def _rows(window: timeline.Window, y: float) -> tuple[str, float]:
    parts = [timeline.events(window, y)]
    y += timeline.events_height(window)
    for draw, height in ((timeline_rows.bars, BARS), (timeline_rows.losses, LOSSES), (timeline_rows.weights, WEIGHTS)):
        parts.append(draw(window, y, height))
        y += height + 12
    return "".join(parts), y


def _range(run: Run, place: int | None, first: int | None, last: int | None) -> tuple[int, int]:
    if first is None:
        if len(run) <= SHOWN:
            return 0, len(run)
        epoch_start = int(np.searchsorted(run.epoch, run.epoch[place])) if place is not None else 0
        first = epoch_start if place is None or place - epoch_start < SHOWN else place - SHOWN // 2
    return timeline.clip_window(run, first, first + SHOWN if last is None else last)


def describe(run: Run, first: int, last: int) -> str:
    """Two sentences with the numbers of a range: how stale the gradient is, and where the loss goes."""
    share = run.stale_share[first:last]
    known = share[np.isfinite(share)]
    losses = run.losses[first:last]
    if not known.size:
        said = "No gradient was seen at these steps."
    elif known.max() == 0:
        said = "Every step used the gradient of its own batch alone."
    else:
        most = first + int(np.nanargmax(share))
        part, used = f"{100 * share[most - first]:.3g}\u202f%", f"{written((known > 0).sum())} of {written(len(share))}"
        said = f"At update {most + 1}, {part} of what stood in .grad was stale; {used} steps used stale gradient."
    finite = losses[np.isfinite(losses)]
    return f"{said} The loss goes from {written(finite[0])} to {written(finite[-1])}." if finite.size else said


def _finding_words(run: Run, finding, place: int | None) -> str:
    if finding is None:
        return ""
    if place is None:
        return f" Finding: {finding.code}."
    return (
        f" Marked: {finding.code}, at update {place + 1} (epoch {run.epoch[place] + 1}, batch {run.batch[place] + 1})."
    )


def table_of(run: Run, first: int, last: int) -> Table:
    """One row per update: the numbers that the picture shows, counted from 1."""
    return Table(
        ("update", "epoch", "batch", "rows", "loss", "fresh", "stale", *run.names, "order"),
        tuple(_row(run, update) for update in range(first, last)),
    )


def _row(run: Run, k: int) -> tuple[str, ...]:
    rows = str(run.rows[k]) if k < len(run.rows) and run.rows[k] >= 0 else "?"
    numbers = [run.losses[k], run.fresh[k], run.stale[k], *run.weights[k + 1]]
    order = " ".join(
        letters if times == 1 else f"({letters})×{times}" for letters, times in timeline.shorten(run.order[k])
    )
    return (
        str(k + 1),
        str(run.epoch[k] + 1),
        str(run.batch[k] + 1),
        rows,
        *(written(value) for value in numbers),
        order,
    )


def _no_updates(run: Run, width: float) -> Figure:
    verbs = run.order[0] if run.order else ()
    counts = ", ".join(f"{verbs.count(verb)} {verb}" for verb in ("forward", "loss", "backward", "step", "zero_grad"))
    caption = f"No update was made: the weights never moved. What was seen: {counts}."
    parts = [
        timeline.legend_of_verbs(8, 6, width),
        label(8, 78, "No update was made. What happened instead, from left to right:", "title"),
    ]
    parts.append(timeline.tape(verbs, 10, 92, width) if verbs else label(10, 104, "No event was seen."))
    return Figure(document(width, 122, "No update was made", caption, *parts), caption)

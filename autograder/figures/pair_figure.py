"""Two loops side by side on the same axes: what each update did, and what stood in `.grad`."""

import numpy as np

from autograder.figures import timeline, timeline_rows
from autograder.figures.figure import Figure, Table
from autograder.figures.run import Run, run_of
from autograder.figures.svg import document, label, tag
from autograder.figures.trace_figure import describe, table_of
from autograder.trace import Trace

WIDTH, SHOWN, BARS, GAP = 860, 10, 140, 12


def pair_figure(left: Trace, right: Trace, names: tuple[str, str], finding=None, width: float = WIDTH) -> Figure:
    """The first ten updates of two traces. names: what to write above each; finding: marked in the right one."""
    return pair_of_runs(run_of(left), run_of(right), names, finding, width)


def pair_of_runs(left: Run, right: Run, names: tuple[str, str], finding=None, width: float = WIDTH) -> Figure:
    """The same from columns. Where the picture is narrow they stand under one another."""
    narrow = width < 640
    each = width if narrow else (width - GAP) / 2
    windows = [timeline.Window(run, 0, min(SHOWN, len(run)), each, 0) for run in (left, right)]
    top = 10 + timeline.legend_height(width)
    height = 100 + max(timeline.events_height(window) for window in windows) + BARS
    parts = [timeline.legend_of_verbs(8, 6, width)]
    for k, (window, name) in enumerate(zip(windows, names)):
        at = f"translate({0 if narrow else k * (each + GAP)} {top + k * height * narrow})"
        parts.append(tag("g", _one(window, name, _highest(windows), finding if k else None), transform=at))
    caption = " ".join(f"{name}: {describe(window.run, 0, window.last)}" for window, name in zip(windows, names))
    tables = [table_of(window.run, 0, window.last) for window in windows]
    table = Table(
        ("loop", *tables[0].head), tuple((name, *row) for name, one in zip(names, tables) for row in one.rows)
    )
    return Figure(
        document(width, top + height * (2 if narrow else 1), f"{names[0]} beside {names[1]}", caption, *parts),
        caption,
        table,
    )


def _highest(windows: list[timeline.Window]) -> float:
    tops = np.concatenate([(window.run.fresh + window.run.stale)[: window.last] for window in windows])
    return float(np.nanmax(np.where(np.isfinite(tops), tops, np.nan), initial=0.0))


def _one(window: timeline.Window, name: str, highest: float, finding) -> str:
    events_at = 84
    bars_at = events_at + timeline.events_height(window)
    place = window.run.update_at(getattr(finding, "epoch", None), getattr(finding, "batch", None))
    marked = place is not None and place < window.last
    flag = timeline.flag(window, place, 44, bars_at + BARS - 40, finding.code) if marked else ""
    drawn = (
        timeline.heads(window, 44)
        + flag
        + timeline.events(window, events_at)
        + timeline_rows.bars(window, bars_at, BARS, highest)
    )
    return label(8, 14, name, "title") + drawn

"""The batch where it went wrong: the small picture of a feedback page."""

from autograder.figures import timeline, timeline_rows
from autograder.figures.figure import Figure
from autograder.figures.run import Run, run_of
from autograder.figures.svg import document
from autograder.figures.trace_figure import WIDTH, describe, run_figure, table_of
from autograder.trace import Trace

SHOWN = 24
BARS = 140


def batch_figure(trace: Trace, finding=None, width: float = WIDTH) -> Figure:
    """The epoch of the finding: what each of its updates did and what stood in `.grad`, the place marked.

    finding: an object with `code`, `epoch`, `batch` (from 0), or None for the first epoch. Of a long epoch
    only the updates about the place are drawn.
    """
    run = run_of(trace)
    if not len(run):
        return run_figure(run, finding, width=width)
    place = run.update_at(getattr(finding, "epoch", None), getattr(finding, "batch", None))
    first, last = _epoch_about(run, place or 0)
    epoch = int(run.epoch[first])
    title = f"Epoch {epoch + 1}, updates {first + 1} to {last}"
    caption = f"{title}. {describe(run, first, last)}"
    if finding is not None and place is not None:
        caption += f" Marked: batch {int(run.batch[place]) + 1}, where {finding.code} first shows."
    height, parts = _draw(timeline.Window(run, first, last, width, 0), finding, place)
    return Figure(document(width, height, title, caption, *parts), caption, table_of(run, first, last))


def _epoch_about(run: Run, place: int) -> tuple[int, int]:
    starts = [*run.epoch_starts.tolist(), len(run)]
    epoch = int(run.epoch[place])
    first, last = starts[epoch], starts[epoch + 1]
    if last - first <= SHOWN:
        return first, last
    first = max(first, min(place - SHOWN // 2, last - SHOWN))
    return first, first + SHOWN


def _draw(window: timeline.Window, finding, place: int | None) -> tuple[float, list[str]]:
    y = 6 + timeline.legend_height(window.width) + (20 if place is not None else 0)
    events_at = y + 40
    bars_at = events_at + timeline.events_height(window)
    end = bars_at + BARS + 6
    parts = [timeline.legend_of_verbs(8, 6, window.width), timeline.heads(window, y)]
    if place is not None and finding is not None:
        parts.append(timeline.flag(window, place, y, end - y, finding.code))
    parts += [timeline.events(window, events_at), timeline_rows.bars(window, bars_at, BARS)]
    return end + 4, parts

"""A timeline's columns: one per update, its events from top to bottom, its epoch above."""

from dataclasses import dataclass
from itertools import groupby

import numpy as np

from autograder.figures.panel import LEFT, RIGHT
from autograder.figures.run import Run
from autograder.figures.style import LETTERS, colour
from autograder.figures.svg import block, fill_of, label, tag

MOST_COLUMNS = 40
MOST_BLOCKS = 7


@dataclass(frozen=True)
class Window:
    """Updates `first` up to `last` (excluded) of a run, across `width` pixels."""

    run: Run
    first: int
    last: int
    width: float
    top: float

    @property
    def count(self) -> int:
        return max(self.last - self.first, 1)

    @property
    def column(self) -> float:
        """The width of one update's column, at most 96 pixels."""
        return min((self.width - LEFT - RIGHT) / self.count, 96.0)

    @property
    def right(self) -> float:
        return LEFT + self.count * self.column

    @property
    def updates(self) -> range:
        return range(self.first, self.last)

    def left_of(self, update: int) -> float:
        return LEFT + (update - self.first) * self.column

    def middles(self) -> np.ndarray:
        return LEFT + (np.arange(self.last - self.first) + 0.5) * self.column


def clip_window(run: Run, first: int, last: int) -> tuple[int, int]:
    """A range of updates that exists and is narrow enough to be drawn one by one."""
    first = max(0, min(first, max(len(run) - 1, 0)))
    return first, max(first, min(last, len(run), first + MOST_COLUMNS))


def heads(window: Window, y: float) -> str:
    """Update numbers above the columns, and a bar over each epoch with its name."""
    run, parts = window.run, []
    room = 9 * len(str(window.last)) + 4
    every = next(step for step in (1, 2, 5, 10, 20) if window.column * step >= room)
    for update in window.updates:
        if (update + 1 - every) % every == 0:
            parts.append(label(window.left_of(update) + window.column / 2, y + 34, str(update + 1), "soft mid"))
    for epoch, group in groupby(window.updates, key=lambda update: run.epoch[update]):
        members = list(group)
        left, right = window.left_of(members[0]), window.left_of(members[-1] + 1)
        parts.append(
            tag("path", d=f"M{left + 2:.1f} {y + 20:.1f}V{y + 16:.1f}H{right - 2:.1f}V{y + 20:.1f}", class_="frame")
        )
        name = f"epoch {epoch + 1}"
        fits = right - left > 7 * len(name)
        parts.append(label((left + right) / 2, y + 11, name if fits else str(epoch + 1), "soft mid"))
    parts.append(label(LEFT - 6, y + 34, "update", "soft end"))
    return "".join(parts)


def shorten(verbs: tuple[str, ...], most: int = MOST_BLOCKS) -> list[tuple[str, int]]:
    """Verbs in time order as (letters, times), repeats folded: F L B F L B S -> [("FLB", 2), ("S", 1)]."""
    letters = "".join(LETTERS[verb] for verb in verbs)
    folded, at = [], 0
    while at < len(letters):
        size, times = _repeat_at(letters, at)
        folded += [(letters[at : at + size], times)] if times > 1 else [(letters[at], 1)]
        at += size * times if times > 1 else 1
    return folded


def _repeat_at(letters: str, at: int) -> tuple[int, int]:
    for size in (4, 3, 2, 1):
        pattern, times = letters[at : at + size], 1
        while len(pattern) == size and letters.startswith(pattern, at + size * times):
            times += 1
        if times > 1:
            return size, times
    return 1, 1


def events_height(window: Window) -> float:
    tallest = max((_stack_height(window.run.order[update]) for update in window.updates), default=1)
    return 16.0 * min(tallest, 2 * MOST_BLOCKS) + 8


def _stack_height(verbs: tuple[str, ...]) -> int:
    return sum(len(letters) + (times > 1) for letters, times in shorten(verbs))


def events(window: Window, y: float) -> str:
    """What happened for each update, from top to bottom in time order."""
    return (
        "".join(_stack(window.run.order[update], window.left_of(update), window.column, y) for update in window.updates)
        + label(LEFT - 6, y + 12, "time", "soft end")
        + label(LEFT - 6, y + 26, "↓", "soft end")
    )


def _stack(verbs: tuple[str, ...], left: float, column: float, y: float) -> str:
    size = min(column - 2, 18.0)
    x, parts = left + (column - size) / 2, []
    for letters, times in shorten(verbs):
        for letter in letters:
            parts.append(block(x, y, VERB_OF[letter], letter, size))
            y += 16
        if times > 1:
            parts.append(label(left + column / 2, y + 11, f"×{times}", "soft mid"))
            y += 16
    return "".join(parts)


def tape(verbs: tuple[str, ...], x: float, y: float, width: float) -> str:
    """Verbs from left to right in time order, repeats folded, cut off with … at the edge."""
    parts, edge = [], x + width - 60
    for letters, times in shorten(verbs):
        if x > edge:
            return "".join(parts) + label(x, y + 12, "…")
        for letter in letters:
            parts.append(block(x, y, VERB_OF[letter], letter))
            x += 18
        if times > 1:
            parts.append(label(x + 2, y + 12, f"×{times}", "soft"))
            x += 38
    return "".join(parts)


VERB_OF = {letter: verb for verb, letter in LETTERS.items()}


def legend_of_verbs(x: float, y: float, width: float) -> str:
    """Letters and names of the five verbs, and the two bars, in one or two lines."""
    parts, at, line_at = [], x, y
    for verb in ("forward", "loss", "backward", "step", "zero_grad"):
        parts.append(block(at, line_at, verb, LETTERS[verb]))
        parts.append(label(at + 21, line_at + 12, verb, "soft"))
        at += 34 + 6.6 * len(verb)
    parts.append(legend_of_bars(x, line_at + 21) if width < 700 else legend_of_bars(at, line_at))
    return "".join(parts)


def legend_of_bars(x: float, y: float) -> str:
    """What the two fills mean, 320 pixels wide."""
    parts = []
    for name, words in (("fresh", "fresh: this batch's"), ("stale", "stale: left from before")):
        parts.append(tag("rect", x=x, y=y, width=16, height=14, fill=fill_of(name)))
        parts.append(label(x + 21, y + 12, words, "soft"))
        x += 34 + 6.3 * len(words)
    return "".join(parts)


def legend_height(width: float) -> float:
    return 28 if width >= 700 else 49


def highlight(window: Window, update: int, y: float, height: float) -> str:
    """The column of one update, shaded: where the reader stands."""
    return tag(
        "rect", x=window.left_of(update), y=y, width=window.column, height=height, fill=colour("ink"), opacity=0.09
    )


def flag(window: Window, update: int, y: float, height: float, words: str) -> str:
    """A line down the column of a finding, with its name on a flag."""
    x = window.left_of(update)
    size = 8.2 * len(words) + 26
    left = x if x + size <= window.width else x + window.column - size
    post = tag(
        "rect",
        x=x + 0.5,
        y=y,
        width=window.column - 1,
        height=height,
        fill="none",
        stroke=colour("ink"),
        stroke_width=2,
        rx=3,
    )
    cloth = tag("rect", x=left, y=y - 19, width=size, height=19, fill=colour("ink"), rx=3)
    return (
        post
        + cloth
        + label(left + 6, y - 5, f"▼ {words}", style=f"fill:{colour('ground')};font-weight:600;font-size:12px")
    )

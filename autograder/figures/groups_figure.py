"""Accumulation: an epoch cut into groups, the gradient of each beside the big batch's, and where both lead."""

from dataclasses import dataclass

import numpy as np

from autograder.figures.curves import loss_panel, two_curves
from autograder.figures.figure import Figure, Table
from autograder.figures.panel import LEFT, RIGHT, Box, Panel, bottom_of, grid, tick_words
from autograder.figures.scale import Scale, covering, written
from autograder.figures.style import colour
from autograder.figures.surface import Bowl, contours, path, surface_panel
from autograder.figures.svg import document, label, reference, tag

STRIP, HEIGHT = 118, 262
BARS_SHOWN = 12


@dataclass(frozen=True, eq=False)
class GroupFacts:
    """rows: (G, 2) first and one past last of each group. full: (G,). micro: rows in a micro-batch.

    lengths, big_lengths: (G,) the gradient of each group and of the big batch of the same rows, at the start
    weights. weights, big_weights: (·, 2) the paths. epoch_losses, big_epoch_losses: (E + 1,) over all rows.
    per_epoch: updates per epoch, settings: words. leftover: what becomes of the short group.
    """

    n: int
    micro: int
    rows: np.ndarray
    full: np.ndarray
    lengths: np.ndarray
    big_lengths: np.ndarray
    weights: np.ndarray
    big_weights: np.ndarray
    epoch_losses: np.ndarray
    big_epoch_losses: np.ndarray
    per_epoch: int
    leftover: str
    settings: str
    bowl: Bowl


def groups_figure(facts: GroupFacts, width: float) -> Figure:
    boxes = grid(width, 3, HEIGHT, STRIP, columns=3, least=250)
    caption = _caption(facts)
    drawn = (_gradients, _losses, _surface)
    parts = [_strip(facts, width), *(draw(facts, box) for draw, box in zip(drawn, boxes))]
    return Figure(
        document(width, bottom_of(boxes) + 4, "Accumulation against the big batch", caption, *parts),
        caption,
        _table(facts),
    )


def _caption(facts: GroupFacts) -> str:
    ratio = facts.lengths[0] / facts.big_lengths[0] if facts.big_lengths[0] else float("nan")
    apart = float(np.abs(facts.weights[-1] - facts.big_weights[-1]).max())
    end = (
        "blow up"
        if not np.isfinite(apart)
        else "end at the same weights"
        if apart < 1e-9
        else f"end {written(apart)} apart"
    )
    return (
        f"{facts.settings}: {facts.per_epoch} updates per epoch. "
        f"The first group's gradient is {written(ratio)} times the big batch's. "
        f"Accumulation and big batch {end}."
    )


def _strip(facts: GroupFacts, width: float) -> str:
    """One epoch's rows from left to right: micro-batches as cells, groups as brackets, a leftover hatched."""
    x = Scale(0, facts.n, LEFT, width - RIGHT)
    parts = [label(4, 16, f"one epoch: {facts.n} rows, micro-batches of {facts.micro}, one update per group", "title")]
    for k, ((first, last), full) in enumerate(zip(facts.rows.tolist(), facts.full.tolist())):
        parts.append(_group(facts, x, k, first, last, full))
    if facts.n / facts.micro <= width / 5:
        cuts = "".join(f"M{x(cut):.1f} 34V60" for cut in range(facts.micro, facts.n, facts.micro))
        parts.append(tag("path", d=cuts, stroke=colour("ground"), stroke_width=1.5))
    parts += [tick_words(x(value), 108, words, width) for value, words in x.ticks(6)]
    return "".join(parts)


def _group(facts: GroupFacts, x: Scale, k: int, first: int, last: int, full: bool) -> str:
    left, right = x(first), x(last)
    fate = "update" if full or facts.leftover == "kept" else facts.leftover
    fill = colour("fresh") if fate == "update" else reference("hatch") if fate == "leaked" else colour("grid")
    cell = tag("rect", x=left, y=34, width=right - left, height=26, fill=fill, stroke=colour("soft"), stroke_width=0.5)
    bracket = tag("path", d=f"M{left + 2:.1f} 64V68H{right - 2:.1f}V64", class_="frame")
    if fate == "update" and right - left < 46:
        return cell + (bracket if right - left > 6 else "")
    return cell + bracket + tick_words((left + right) / 2, 83, fate, x.end + RIGHT)


def _gradients(facts: GroupFacts, box: Box) -> str:
    """The first groups' gradients at the start weights, each beside the big batch's."""
    count = min(len(facts.lengths), BARS_SHOWN)
    ours, big = facts.lengths[:count], facts.big_lengths[:count]
    y = covering(np.append(ours, big), box.bottom, box.top + 20, zero=True)
    panel = Panel(
        box, Scale(0.5, count + 0.5, box.left, box.right, whole=True), y, "gradient of each group (length)", "group"
    )
    slot = (box.right - box.left) / count
    bar = min(slot * 0.36, 26.0)
    parts = [panel.frame()]
    for k, (own, other) in enumerate(zip(ours, big)):
        middle = panel.x(k + 1)
        parts.append(tag("rect", x=middle - bar, y=y(own), width=bar, height=y(0.0) - y(own), fill=colour("fresh")))
        parts.append(
            tag(
                "rect",
                x=middle,
                y=y(other),
                width=bar,
                height=y(0.0) - y(other),
                fill=colour("ground"),
                stroke=colour("soft"),
                stroke_width=1.5,
            )
        )
    return "".join(parts) + _legend(box)


def _legend(box: Box) -> str:
    x, y = box.left + 6, box.top
    first = tag("rect", x=x, y=y, width=14, height=12, fill=colour("fresh")) + label(
        x + 19, y + 11, "accumulated", "soft"
    )
    x += 110
    return (
        first
        + tag("rect", x=x, y=y, width=14, height=12, fill=colour("ground"), stroke=colour("soft"))
        + label(x + 19, y + 11, "big batch", "soft")
    )


def _losses(facts: GroupFacts, box: Box) -> str:
    epochs = len(facts.epoch_losses) - 1
    both = np.append(facts.epoch_losses, facts.big_epoch_losses)
    panel = loss_panel(box, both[both < 1e15], epochs, "loss over all rows, by epoch", "epochs done", first=0)
    return panel.frame() + two_curves(panel, facts.epoch_losses, facts.big_epoch_losses, "accumulated", "big batch")


def _surface(facts: GroupFacts, box: Box) -> str:
    panel = surface_panel(box)
    return (
        panel.frame()
        + contours(panel, facts.bowl)
        + path(panel, facts.weights)
        + path(panel, facts.big_weights, "soft", dash=True, marks=False)
    )


def _table(facts: GroupFacts) -> Table:
    rows = []
    for k, (first, last) in enumerate(facts.rows.tolist()[:40]):
        fate = "update" if facts.full[k] or facts.leftover == "kept" else facts.leftover
        rows.append((str(k + 1), f"{first + 1}–{last}", fate, written(facts.lengths[k]), written(facts.big_lengths[k])))
    return Table(("group", "rows", "becomes", "gradient", "big batch's"), tuple(rows))

"""One update by hand: the line and its residuals, and the step that the gradient asks for."""

from dataclasses import dataclass

import numpy as np

from autograder.figures.figure import Figure, Table
from autograder.figures.panel import Box, Panel, bottom_of, grid
from autograder.figures.scale import Scale, written
from autograder.figures.style import colour
from autograder.figures.surface import Bowl, View, contours, surface_panel
from autograder.figures.svg import document, dots, key_of_lines, label, line, tag

HEIGHT = 340


@dataclass(frozen=True, eq=False)
class UpdateFacts:
    """now, after: (w, b) before and after the update; loss, loss_after: over all rows; gradient: (dw, db)."""

    x: np.ndarray
    y: np.ndarray
    now: tuple[float, float]
    after: tuple[float, float]
    gradient: tuple[float, float]
    lr: float
    loss: float
    loss_after: float
    bowl: Bowl


def update_figure(facts: UpdateFacts, width: float) -> Figure:
    boxes = grid(width, 2, HEIGHT)
    height = bottom_of(boxes) + 56
    title = "One update by hand"
    caption = _caption(facts)
    parts = [_data(facts, boxes[0]), _surface(facts, boxes[1]), _sums(facts, bottom_of(boxes) + 22)]
    return Figure(document(width, height, title, caption, *parts), caption, _table(facts))


def _caption(facts: UpdateFacts) -> str:
    (w, b), (next_w, next_b) = facts.now, facts.after
    change = "falls" if facts.loss_after < facts.loss else "rises" if facts.loss_after > facts.loss else "stays"
    return (
        f"With w = {written(w)} and b = {written(b)} the loss is {written(facts.loss)}. One update with learning rate "
        f"{written(facts.lr)} goes to w = {written(next_w)}, b = {written(next_b)}: "
        f"the loss {change} to {written(facts.loss_after)}."
    )


def data_panel(box: Box, x: np.ndarray, y: np.ndarray, title: str) -> Panel:
    """Fixed by the data alone, so that a line moves and the picture does not."""
    spread = float(x.max() - x.min()) * 0.04
    low, high = float(y.min()), float(y.max())
    room = (high - low) * 0.08
    scales = (
        Scale(float(x.min()) - spread, float(x.max()) + spread, box.left, box.right),
        Scale(low - room, high + room, box.bottom, box.top),
    )
    return Panel(box, *scales, title, "x")


def data_dots(panel: Panel, x: np.ndarray, y: np.ndarray, most: int = 250) -> str:
    """At most `most` of the rows, evenly taken."""
    every = max(1, len(x) // most)
    return dots(panel.x(x[::every]), panel.y(y[::every]), 1.8, colour("soft"), opacity=0.55)


def fitted(panel: Panel, w: float, b: float, stroke: str, class_: str = "line") -> str:
    """The line w * x + b across the panel."""
    ends = np.array([panel.x.low, panel.x.high])
    return panel.clipped(line(panel.x(ends), panel.y(w * ends + b), colour(stroke), class_, stroke_width=2.5))


def _data(facts: UpdateFacts, box: Box) -> str:
    panel = data_panel(box, facts.x, facts.y, "y: data, line, residuals")
    (w, b), chosen = facts.now, np.argsort(facts.x)[:: max(1, len(facts.x) // 40)]
    x, y = facts.x[chosen], facts.y[chosen]
    ends = zip(panel.x(x), panel.y(y), panel.y(w * x + b))
    drawn = "".join(f"M{at:.1f} {top:.1f}V{bottom:.1f}" for at, top, bottom in ends)
    residuals = panel.clipped(tag("path", d=drawn, class_="thin", stroke=colour("loss"), stroke_width=1.5))
    before = fitted(panel, w, b, "ink")
    after = fitted(panel, *facts.after, "step", "line dash")
    key = key_of_lines(
        box.right, box.top + 4, [("residual", "loss", "none"), ("now", "ink", "none"), ("after", "step", "6 4")]
    )
    return panel.frame() + panel.clipped(data_dots(panel, facts.x, facts.y)) + residuals + before + after + key


def _surface(facts: UpdateFacts, box: Box) -> str:
    panel = surface_panel(box, View())
    x, y = panel.x(facts.now[0]), panel.y(facts.now[1])
    to_x, to_y = panel.x(facts.after[0]), panel.y(facts.after[1])
    arrow = _arrow(x, y, to_x, to_y)
    here = tag("circle", cx=x, cy=y, r=6, fill=colour("ground"), stroke=colour("ink"), stroke_width=2.5)
    there = tag("circle", cx=to_x, cy=to_y, r=6, fill=colour("step"), stroke=colour("ground"))
    names = label(x + 9, y + 16, "now", "halo") + label(to_x + 9, to_y - 8, "after", "halo")
    return panel.frame() + contours(panel, facts.bowl) + panel.clipped(arrow, here, there, names)


def _arrow(x: float, y: float, to_x: float, to_y: float) -> str:
    """The step −lr · (dw, db), in the colour of the gradient that asks for it."""
    length = float(np.hypot(to_x - x, to_y - y))
    if length < 1:
        return ""
    along = np.array([to_x - x, to_y - y]) / length
    across = np.array([-along[1], along[0]])
    tip = np.array([to_x, to_y]) - along * min(7, length / 2)
    left, right = tip - along * 10 + across * 5, tip - along * 10 - across * 5
    head = tag(
        "polygon",
        points=f"{tip[0]:.1f},{tip[1]:.1f} {left[0]:.1f},{left[1]:.1f} {right[0]:.1f},{right[1]:.1f}",
        fill=colour("fresh"),
    )
    return line([x, tip[0]], [y, tip[1]], colour("fresh"), stroke_width=3) + head


def _sums(facts: UpdateFacts, y: float) -> str:
    """The two assignments with their numbers, as one would write them down."""
    rows = zip("wb", facts.now, facts.gradient, facts.after)
    return "".join(
        label(
            14,
            y + 20 * k,
            f"{name} − lr · d{name}  =  {written(now)} − {written(facts.lr)} · ({written(slope)})  =  {written(after)}",
        )
        for k, (name, now, slope, after) in enumerate(rows)
    )


def _table(facts: UpdateFacts) -> Table:
    rows = (
        ("w", *map(written, (facts.now[0], facts.gradient[0], facts.after[0]))),
        ("b", *map(written, (facts.now[1], facts.gradient[1], facts.after[1]))),
        ("loss", written(facts.loss), "", written(facts.loss_after)),
    )
    return Table(("", "now", "gradient", "after the update"), rows)

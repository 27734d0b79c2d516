"""A timeline's rows: gradient, loss and weights, under one another over the same updates."""

import numpy as np

from autograder.figures.panel import LEFT, RIGHT
from autograder.figures.scale import Scale, covering
from autograder.figures.style import colour
from autograder.figures.svg import dots, fill_of, key_of_lines, label, line, tag
from autograder.figures.timeline import Window

DASHES = ("none", "6 4", "2 4", "8 3 2 3")


def bars(window: Window, y: float, height: float, highest: float = 0.0) -> str:
    """Fresh and stale gradient at each step, stacked; a cross where none was known. highest: what the axis
    has to reach at least."""
    run, part = window.run, slice(window.first, window.last)
    fresh, stale = run.fresh[part], run.stale[part]
    scale = covering(np.append(fresh + stale, highest), y + height, y + 22, zero=True)
    parts = [row_frame(window, scale, "gradient in .grad at the step (length)", y, height)]
    for update, own, old in zip(window.updates, fresh.tolist(), stale.tolist()):
        parts.append(_bar(window, scale, update, own, old))
    return "".join(parts)


def _bar(window: Window, scale: Scale, update: int, own: float, old: float) -> str:
    width = min(window.column * 0.62, 26.0)
    x = window.left_of(update) + (window.column - width) / 2
    if not np.isfinite(own + old):
        return label(x + width / 2, scale.start - 5, "×" if own != own or old != old else "∞", "mid")
    bottom, middle, top = scale(0.0), scale(own), scale(own + old)
    drawn = tag("rect", x=x, y=middle, width=width, height=max(bottom - middle, 0.8), fill=colour("fresh"))
    if old > 0:
        drawn += tag(
            "rect",
            x=x,
            y=top,
            width=width,
            height=max(middle - top, 0.8),
            fill=fill_of("stale"),
            stroke=colour("stale"),
        )
    return drawn


def losses(window: Window, y: float, height: float) -> str:
    """The batch's loss before each update."""
    values = window.run.losses[window.first : window.last]
    scale = covering(values, y + height, y + 22, log=_spreads(values), zero=not _spreads(values))
    x = window.middles()
    drawn = line(x, scale(values), colour("loss")) + dots(x, scale(values), 3, colour("loss"))
    return row_frame(window, scale, "loss of the batch, before its update", y, height) + drawn


def weights(window: Window, y: float, height: float) -> str:
    """The parameters after each update, each line with its name at the end."""
    run = window.run
    values = run.weights[window.first : window.last + 1]
    scale = covering(values, y + height, y + 22)
    x = LEFT + np.arange(len(values)) * window.column
    parts = [row_frame(window, scale, "weights between the updates", y, height)]
    for column, dash in zip(values.T, DASHES):
        parts.append(line(x, scale(column), colour("step"), stroke_dasharray=dash))
    key = key_of_lines(window.width - RIGHT, y + 12, [(name, "step", dash) for name, dash in zip(run.names, DASHES)])
    return "".join(parts) + key


def row_frame(window: Window, scale: Scale, title: str, y: float, height: float) -> str:
    parts = [label(4, y + 12, title, "title halo")]
    for value, words in scale.ticks(3):
        at = scale(value)
        parts.append(tag("line", x1=LEFT, x2=window.right, y1=at, y2=at, class_="grid"))
        parts.append(label(LEFT - 6, at + 4, words, "soft end"))
    parts.append(tag("path", d=f"M{LEFT} {y + 22:.1f}V{y + height:.1f}H{window.right:.1f}", class_="frame"))
    return "".join(parts)


def _spreads(values: np.ndarray) -> bool:
    finite = values[np.isfinite(values) & (values > 0)]
    return bool(finite.size) and float(finite.max()) > 30 * float(finite.min())

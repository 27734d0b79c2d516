"""Loss curves: many updates on a logarithmic axis, so that the first ten show as well as the last thousand."""

import numpy as np

from autograder.figures.panel import Box, Panel
from autograder.figures.scale import Scale, covering
from autograder.figures.style import colour
from autograder.figures.svg import dots, label, line, points, tag
from autograder.figures.thin import envelope


def count_scale(count: int, box: Box) -> Scale:
    """Counted things along x, from 1: logarithmic as soon as there are more than forty."""
    if count > 40:
        return Scale(1, count * 1.05, box.left + 6, box.right, log=True)
    return Scale(0.5, count + 0.5, box.left, box.right)


def loss_panel(box: Box, all_losses: np.ndarray, count: int, title: str, x_name: str, log: bool = True) -> Panel:
    """A panel that holds `all_losses`; the loss is on a logarithmic axis unless one is not above 0."""
    y = covering(all_losses, box.bottom, box.top, log=log and bool(np.nanmin(all_losses, initial=1.0) > 0))
    return Panel(box, count_scale(count, box), y, title, x_name)


def curve(panel: Panel, losses: np.ndarray, stroke: str = "loss", dash: bool = False, name: str = "") -> str:
    """Losses (U,) of the things counted 1 to U: a line where they are few, else a band from lowest to highest."""
    positions = np.arange(1, len(losses) + 1)
    pixels = panel.x(positions)
    bins = max(int(panel.box.width) // 3, 1)
    style = "line dash" if dash else "line"
    if len(losses) <= 2 * bins:
        drawn = line(pixels, panel.y(losses), colour(stroke), style)
        at, values = pixels, losses
        if len(losses) <= 60:
            drawn += dots(pixels, panel.y(losses), 2.5, colour(stroke))
    else:
        at, lows, highs = envelope(losses, pixels, bins)
        low, high = panel.y(lows), panel.y(highs)
        band = points(np.append(at, at[::-1]), np.append(low, high[::-1]))
        drawn = tag("polygon", points=band, fill=colour(stroke), opacity=0.3)
        drawn += line(at, (low + high) / 2, colour(stroke), style, stroke_width=1.5)
        values = highs
    if name:
        drawn += _name_at_end(panel, at, panel.y(values), name)
    return panel.clipped(drawn)


def _name_at_end(panel: Panel, x: np.ndarray, y: np.ndarray, name: str) -> str:
    known = np.flatnonzero(np.isfinite(y))
    if not len(known):
        return ""
    last = known[-1]
    height = float(np.clip(y[last] - 8, panel.box.top + 12, panel.box.bottom - 6))
    return label(min(x[last], panel.box.right - 4), height, name, "end halo")

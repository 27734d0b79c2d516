"""Loss curves: many updates on a logarithmic axis, so that the first ten show as well as the last thousand."""

import numpy as np

from autograder.figures.panel import Box, Panel
from autograder.figures.scale import Scale, covering
from autograder.figures.style import colour
from autograder.figures.svg import dots, key_of_lines, line, points, tag
from autograder.figures.thin import envelope


def count_scale(count: int, box: Box, first: int = 1) -> Scale:
    """Counted things along x, from `first` (0 or 1): logarithmic as soon as there are more than forty."""
    left, right, shift = box.left + 8, box.right - 4, 1.0 - first
    return Scale(first, max(count, first + 1), left, right, log=count > 40, shift=shift, whole=True)


def loss_panel(
    box: Box, all_losses: np.ndarray, count: int, title: str, x_name: str, first: int = 1, lift: float = 0
) -> Panel:
    """A panel that holds `all_losses`; the loss is on a logarithmic axis unless one is not above 0.

    lift: pixels left free above the x axis.
    """
    y = covering(all_losses, box.bottom - lift, box.top, log=bool(np.nanmin(all_losses, initial=1.0) > 0))
    return Panel(box, count_scale(count, box, first), y, title, x_name)


def curve(panel: Panel, losses: np.ndarray, stroke: str = "loss", dash: bool = False) -> str:
    """Losses (U,) of things counted from the panel's first: a line where they are few, else a band from lowest
    to highest."""
    pixels = panel.x(panel.x.low + np.arange(len(losses)))
    bins = max(int(panel.box.width) // 3, 1)
    style = "line dash" if dash else "line"
    if len(losses) <= 2 * bins:
        drawn = line(pixels, panel.y(losses), colour(stroke), style)
        if len(losses) <= 60:
            drawn += dots(pixels, panel.y(losses), 2.5, colour(stroke))
    else:
        at, lows, highs = envelope(losses, pixels, bins)
        low, high = panel.y(lows), panel.y(highs)
        band = points(np.append(at, at[::-1]), np.append(low, high[::-1]))
        drawn = tag("polygon", points=band, fill=colour(stroke), opacity=0.3)
        drawn += line(at, (low + high) / 2, colour(stroke), style, stroke_width=1.5)
    return panel.clipped(drawn)


def two_curves(panel: Panel, losses: np.ndarray, other: np.ndarray, name: str, other_name: str) -> str:
    """Losses beside those they are measured against, dashed and grey, with a key at the panel's top."""
    key = key_of_lines(panel.box.right, panel.box.top + 6, [(name, "loss", "none"), (other_name, "soft", "6 4")])
    return curve(panel, losses) + curve(panel, other, "soft", dash=True) + key

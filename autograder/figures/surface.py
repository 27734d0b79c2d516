"""The loss over (w, b): level lines of a quadratic, the valley's floor, a path down to it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from autograder.figures.panel import Box, Panel
from autograder.figures.scale import Scale
from autograder.figures.style import colour
from autograder.figures.svg import dots, label, line, tag
from autograder.figures.thin import path_points

LOSSES = (0.3, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0)
ROUND = np.linspace(0, 2 * np.pi, 61)


@dataclass(frozen=True)
class Bowl:
    """The mean squared error as a quadratic: `lowest` + d' [[a, c], [c, 1]] d, with d the way from `best`."""

    best: tuple[float, float]
    a: float
    c: float
    lowest: float


@dataclass(frozen=True)
class View:
    """The rectangle of (w, b) that a surface panel shows."""

    w: tuple[float, float] = (-2.0, 8.0)
    b: tuple[float, float] = (-3.0, 7.0)


def surface_panel(box: Box, view: View = View()) -> Panel:
    x = Scale(*view.w, box.left, box.right)
    y = Scale(*view.b, box.bottom, box.top)
    return Panel(box, x, y, "the loss over w and b (b upwards)", "w")


def contours(panel: Panel, bowl: Bowl) -> str:
    """Level lines with the loss written on some of them, and a cross at the lowest point."""
    return _contours(panel, bowl)


@lru_cache(maxsize=16)
def _contours(panel: Panel, bowl: Bowl) -> str:
    parts = []
    for loss in (loss for loss in LOSSES if loss > bowl.lowest):
        w, b = ring(bowl, loss - bowl.lowest)
        x, y = panel.x(w), panel.y(b)
        parts.append(line(x, y, colour("soft"), "thin", opacity=0.7))
        top = int(np.argmin(y))
        if panel.box.top + 12 < y[top] and loss >= 2:
            parts.append(label(x[top], y[top] + 4, f"{loss:g}", "soft mid halo"))
    x, y = panel.x(bowl.best[0]), panel.y(bowl.best[1])
    cross = tag(
        "path",
        d=f"M{x - 5:.1f} {y:.1f}H{x + 5:.1f}M{x:.1f} {y - 5:.1f}V{y + 5:.1f}",
        stroke=colour("ink"),
        stroke_width=2,
    )
    return panel.clipped(*parts, cross)


def ring(bowl: Bowl, level: float) -> tuple[np.ndarray, np.ndarray]:
    """(w, b) around the line where the loss is `level` above the lowest."""
    half = np.linalg.cholesky(np.linalg.inv([[bowl.a, bowl.c], [bowl.c, 1.0]]))
    w, b = np.sqrt(level) * half @ np.vstack([np.cos(ROUND), np.sin(ROUND)])
    return bowl.best[0] + w, bowl.best[1] + b


def path(panel: Panel, weights: np.ndarray, stroke: str = "step", dash: bool = False, marks: bool = True) -> str:
    """The way of (w, b), (U + 1, 2): a ring at the start, a disc at the end, small dots between where they fit."""
    kept = weights[path_points(len(weights))]
    kept = kept[np.isfinite(kept).all(axis=1)]
    x, y = panel.x(kept[:, 0]), panel.y(kept[:, 1])
    parts = [line(x, y, colour(stroke), "line dash" if dash else "line", opacity=0.9)]
    if marks:
        parts.append(dots(x, y, 2.2, colour(stroke)))
    parts.append(tag("circle", cx=x[0], cy=y[0], r=5, fill=colour("ground"), stroke=colour(stroke), stroke_width=2))
    parts.append(tag("circle", cx=x[-1], cy=y[-1], r=5, fill=colour(stroke), stroke=colour("ground"), stroke_width=1))
    return panel.clipped(*parts)

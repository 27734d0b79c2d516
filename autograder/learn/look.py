"""The look of a notebook's still pictures: colours that everybody can tell apart, and quiet axes."""

from typing import Any

BLUE, ORANGE, GREEN, PURPLE, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#6E6E6E"
"""Okabe and Ito's colours (Color Universal Design, 2008); give each its own line, marker or hatching as well."""

LOOK = {
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.constrained_layout.use": True,
    "font.size": 10,
    "legend.frameon": False,
    "lines.linewidth": 2,
}


def new_figure(columns: int = 1, height: float = 3.4, **more: Any) -> tuple[Any, Any]:
    """matplotlib's (figure, axes) in this look: one axes, or an array of them side by side.

    height: inches. more: what `matplotlib.pyplot.subplots` takes.
    """
    import matplotlib.pyplot as plt

    with plt.rc_context(LOOK):
        return plt.subplots(1, columns, figsize=(7.5, height), **more)

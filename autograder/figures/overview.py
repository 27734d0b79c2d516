"""The whole run on one strip: its loss, its stale share, the stretch shown below, the finding."""

import numpy as np

from autograder.figures.panel import LEFT, RIGHT, tick_words
from autograder.figures.run import Run
from autograder.figures.scale import Scale, covering
from autograder.figures.style import colour
from autograder.figures.svg import dots, label, line, points, reference, tag
from autograder.figures.thin import envelope, means

OVERVIEW_HEIGHT = 120
LOSS_HEIGHT, SHARE_HEIGHT = 48, 12


def overview(
    run: Run, shown: tuple[int, int], place: int | None, width: float, y: float, cursor: int | None = None
) -> str:
    """The strip from pixel y on. shown: the updates drawn below; place: the finding's update or None."""
    x = Scale(0, len(run), LEFT, width - RIGHT)
    top, bottom = y + 28, y + 28 + LOSS_HEIGHT
    parts = [
        label(4, y + 12, "the whole run: loss by update, and below it the stale share", "title"),
        whole_run(run, x, top, bottom),
    ]
    left, right = x(shown[0]), max(x(shown[1]), x(shown[0]) + 3)
    below = bottom + SHARE_HEIGHT + 4
    parts.append(
        tag(
            "rect",
            x=left,
            y=top - 2,
            width=right - left,
            height=below - top + 4,
            fill=colour("ink"),
            fill_opacity=0.1,
            stroke=colour("ink"),
        )
    )
    if cursor is not None:
        parts.append(
            tag(
                "line",
                x1=x(cursor + 0.5),
                x2=x(cursor + 0.5),
                y1=top - 2,
                y2=below + 2,
                stroke=colour("ink"),
                stroke_width=2,
            )
        )
    if place is not None:
        parts.append(label(x(place + 0.5), top - 1, "▼", "mid"))
    for value, words in x.ticks(6):
        parts.append(tick_words(x(value), below + 17, words, width))
    return "".join(parts)


def whole_run(run: Run, x: Scale, top: float, bottom: float) -> str:
    """Loss and stale share of all updates, the same for every position of the window."""
    loss = covering(run.losses, bottom, top, log=bool((run.losses > 0).any()))
    at, lows, highs = envelope(run.losses, np.arange(len(run)) + 0.5, int(x.end - x.start) // 2)
    pixels = x(at)
    band = points(np.append(pixels, pixels[::-1]), np.append(loss(lows), loss(highs)[::-1]))
    parts = [
        tag("polygon", points=band, fill=colour("loss"), opacity=0.35),
        line(pixels, (loss(lows) + loss(highs)) / 2, colour("loss"), stroke_width=1.5),
    ]
    for value, words in loss.ticks(2):
        parts.append(label(LEFT - 6, loss(value) + 4, words, "soft end"))
    parts.append(dots(pixels[:1], loss(highs[:1]), 3, colour("loss")))
    parts.append(tag("path", d=f"M{LEFT} {top:.1f}V{bottom:.1f}H{x.end:.1f}", class_="frame"))
    return "".join(parts) + _share_strip(run, x, bottom + 4)


def _share_strip(run: Run, x: Scale, y: float) -> str:
    at, share = means(np.nan_to_num(run.stale_share), np.arange(len(run)) + 0.0, int(x.end - x.start) // 3)
    heights = share * SHARE_HEIGHT
    edges = x(np.append(at, len(run)))
    base = y + SHARE_HEIGHT
    outline = [f"M{edges[0]:.1f} {base:.1f}"]
    for left, right, height in zip(edges[:-1], edges[1:], heights):
        outline.append(f"M{left:.1f} {base:.1f}V{base - height:.1f}H{right:.1f}V{base:.1f}")
    drawn = tag("path", d="".join(outline) + "Z", fill=reference("hatch"), stroke=colour("stale"), stroke_width=0.5)
    return drawn + tag("line", x1=LEFT, x2=x.end, y1=base, y2=base, class_="frame")

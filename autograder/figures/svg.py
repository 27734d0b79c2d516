"""Write SVG as text: a tag, a line of points, a label. Coordinates are pixels of the view box."""

from collections.abc import Iterable
from html import escape
from zlib import crc32

import numpy as np

from autograder.figures.style import ON_BLOCK, colour, stylesheet

OWN = "§"  # stands for what tells one picture's ids from those of another on the same page
HATCHING = (
    f'<pattern id="tu{OWN}hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="{colour("stale")}"/>'
    f'<line x1="0" y1="0" x2="0" y2="6" stroke="{colour("ground")}" stroke-width="2.6"/></pattern>'
)


def tag(name: str, *children: str, **attributes: object) -> str:
    """`tag("rect", x=1, class_="soft")` -> '<rect x="1" class="soft"/>'. None leaves an attribute out."""
    written = "".join(f' {_key(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def label(x: float, y: float, words: str, class_: str | None = None, **attributes: object) -> str:
    """One line of text with its baseline at y."""
    return tag("text", escape(words), x=x, y=y, class_=class_, **attributes)


def line(x: Iterable[float], y: Iterable[float], stroke: str, class_: str = "line", **attributes: object) -> str:
    """A line through the points; points that are not finite are left out."""
    return tag("polyline", points=points(x, y), class_=class_, stroke=stroke, **attributes)


def points(x: Iterable[float], y: Iterable[float]) -> str:
    """The `points` of a polyline: "1.0,2.0 3.0,4.0"; pairs that are not finite are left out."""
    pairs = np.column_stack([np.asarray(x, dtype=float), np.asarray(y, dtype=float)])
    pairs = pairs[np.isfinite(pairs).all(axis=1)]
    return " ".join(f"{a:.1f},{b:.1f}" for a, b in pairs.tolist())


def dots(x: Iterable[float], y: Iterable[float], radius: float, fill: str, **attributes: object) -> str:
    """Many equal dots as one path, which a browser draws faster than many circles."""
    pairs = points(x, y).split()
    moves = "".join(f"M{pair}h0" for pair in pairs)
    return tag("path", d=moves, stroke=fill, stroke_width=2 * radius, stroke_linecap="round", fill="none", **attributes)


def block(x: float, y: float, verb: str, letter: str, width: float = 16, height: float = 15) -> str:
    """The mark of a verb: a box in the verb's colour with its letter."""
    box = tag("rect", x=x, y=y, width=width, height=height, rx=2, fill=colour(verb), stroke=ON_BLOCK, stroke_width=0.6)
    if width < 9:
        return box
    written = label(x + width / 2, y + height - 4, letter, "on-ink" if verb == "zero_grad" else "on-block")
    return box + written


def key_of_lines(right: float, y: float, lines: Iterable[tuple[str, str, str]]) -> str:
    """Samples of lines with their names, ending at pixel `right`: (name, colour, dashes) from left to right."""
    parts, at = [], right
    for name, stroke, dashes in reversed(list(lines)):
        at -= 6.4 * len(name)
        parts.append(label(at, y, name, "soft"))
        parts.append(line([at - 30, at - 6], [y - 4, y - 4], colour(stroke), stroke_dasharray=dashes))
        at -= 44
    return "".join(parts)


def document(width: float, height: float, title: str, description: str, *children: str) -> str:
    """A whole picture: scales to the width it is given, and names itself to a screen reader.

    Ids hold a checksum of the content: an id that is found in a hidden picture first would draw nothing.
    """
    drawn = tag(
        "svg",
        tag("title", escape(title)),
        tag("desc", escape(description)),
        tag("style", stylesheet()),
        tag("defs", HATCHING),
        tag("rect", width=width, height=height, fill=colour("ground")),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width="100%",
        role="img",
        aria_label=f"{title}. {description}",
        class_="tu",
    )
    return drawn.replace(OWN, f"-{crc32(drawn.encode()):08x}-")


def reference(name: str) -> str:
    """What points at an id of this picture: `fill=reference("hatch")`."""
    return f"url(#tu{OWN}{name})"


def fill_of(name: str) -> str:
    """A colour of the palette to fill with; stale is hatched, so that it shows without colour too."""
    return reference("hatch") if name == "stale" else colour(name)


def _key(key: str) -> str:
    if key in ("viewBox",):
        return key
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else escape(str(value))

"""A place to draw in: two scales, a frame, ticks, a title. All panels of all pictures look alike."""

from dataclasses import dataclass

from autograder.figures.scale import Scale
from autograder.figures.svg import OWN, label, reference, tag

LEFT, RIGHT, ABOVE, BELOW = 52, 14, 26, 38


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels: its left upper corner and its size, with room for title and ticks inside."""

    x: float
    y: float
    width: float
    height: float
    below: float = BELOW

    @property
    def left(self) -> float:
        return self.x + LEFT

    @property
    def right(self) -> float:
        return self.x + self.width - RIGHT

    @property
    def top(self) -> float:
        return self.y + ABOVE

    @property
    def bottom(self) -> float:
        return self.y + self.height - self.below


@dataclass(frozen=True)
class Panel:
    """box: where; x, y: its scales; title: what it shows, with the unit of y; x_name: what runs along x."""

    box: Box
    x: Scale
    y: Scale
    title: str
    x_name: str = ""

    def frame(self, y_ticks: int = 4, x_ticks: int = 6) -> str:
        """Grid, ticks, title and axis names, to be drawn beneath the data."""
        box = self.box
        parts = [label(box.x + 4, box.top - 11, self.title, "title")]
        for value, words in self.y.ticks(y_ticks):
            y = self.y(value)
            parts.append(tag("line", x1=box.left, x2=box.right, y1=y, y2=y, class_="grid"))
            parts.append(label(box.left - 6, y + 4, words, "soft end"))
        if self.x_name:
            parts += [self._x_tick(value, words) for value, words in self.x.ticks(x_ticks)]
            parts.append(label((box.left + box.right) / 2, box.bottom + 32, self.x_name, "soft mid"))
        parts.append(tag("path", d=f"M{box.left} {box.top}V{box.bottom}H{box.right}", class_="frame"))
        return "".join(parts)

    def clipped(self, *children: str) -> str:
        """The drawings, cut off at the panel's edges."""
        box = self.box
        name = f"{box.left:.0f}-{box.top:.0f}-{box.right:.0f}-{box.bottom:.0f}"
        size = {"x": box.left, "y": box.top, "width": box.right - box.left, "height": box.bottom - box.top}
        return tag("clipPath", tag("rect", **size), id=f"tu{OWN}{name}") + tag(
            "g", *children, clip_path=reference(name)
        )

    def _x_tick(self, value: float, words: str) -> str:
        x, bottom = self.x(value), self.box.bottom
        mark = tag("line", x1=x, x2=x, y1=bottom, y2=bottom + 4, class_="frame")
        return mark + tick_words(x, bottom + 17, words, self.box.right + RIGHT)


def tick_words(x: float, y: float, words: str, edge: float) -> str:
    """A tick's number below its mark, pushed left where it would leave the picture at `edge`."""
    half = 3.7 * len(words)
    return label(min(x, edge - half - 2), y, words, "soft mid")


def grid(width: float, count: int, height: float, top: float = 0, columns: int = 2, least: float = 280) -> list[Box]:
    """`count` boxes in rows of `columns`, or of fewer where each would be narrower than `least` pixels."""
    columns = max(1, min(columns, int(width // least)))
    each = width / columns
    return [Box((k % columns) * each, top + (k // columns) * height, each, height) for k in range(count)]


def bottom_of(boxes: list[Box]) -> float:
    return max(box.y + box.height for box in boxes)

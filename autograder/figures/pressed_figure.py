"""Press backward: meters for the weight, the batch's gradient and `.grad`, and the tape of what was pressed."""

from dataclasses import dataclass

from autograder.figures.figure import Figure, Table
from autograder.figures.scale import Scale, written
from autograder.figures.style import LETTERS, colour
from autograder.figures.svg import block, document, label, reference, tag

BAR, NARROW = 18, 600
ROWS = (
    ("weight", "moved by step, cleared by nothing"),
    ("this batch's gradient", "made anew by each backward"),
    (".grad", "backward adds, zero_grad clears"),
)


@dataclass(frozen=True)
class PressedFacts:
    """weights, own, grad: (w, b) pairs, own and grad None where there is none. log: (verb, what came of it)."""

    weights: tuple[float, float]
    own: tuple[float, float] | None
    grad: tuple[float, float] | None
    batch: int
    loss: float | None
    graph: bool
    counted: int
    log: tuple[tuple[str, str], ...]


def pressed_figure(facts: PressedFacts, width: float) -> Figure:
    caption = _caption(facts)
    below = 82 + 3 * _row(width)
    parts = [_status(facts), _meters(facts, width, 56), _tape(facts, width, below)]
    return Figure(document(width, below + 64, "What the buttons do", caption, *parts), caption, _table(facts))


def _row(width: float) -> float:
    """The height of a row of meters: its name stands before them, or above them where the picture is narrow."""
    return 50 if width >= NARROW else 76


def _caption(facts: PressedFacts) -> str:
    if not facts.log:
        return "Nothing pressed yet: w and b are 0, .grad is None. Press forward."
    verb, said = facts.log[-1]
    return f"{len(facts.log)}. {verb}: {said}"


def _status(facts: PressedFacts) -> str:
    batch = "no batch read yet" if facts.batch < 0 else f"batch {facts.batch + 1}, loss {written(facts.loss)}"
    graph = "a graph waits for backward" if facts.graph else "no graph"
    return label(8, 20, f"{batch}  ·  {graph}  ·  backwards in .grad: {facts.counted}", "title")


def _meters(facts: PressedFacts, width: float, y: float) -> str:
    narrow, row = width < NARROW, _row(width)
    start = 8.0 if narrow else 232.0
    half = (width - start - 8) / 2
    parts = []
    for k, (name, rule) in enumerate(ROWS):
        at = y + 20 + k * row
        beside = (8, at + 31) if not narrow else (190, at + 14)
        parts += [label(8, at + 14, name, "title"), label(*beside, rule, "soft")]
    for which, name in enumerate("wb"):
        left = start + which * half
        parts.append(label(left + (half - 12) / 2, y + 4, name, "title mid"))
        for k, meter in enumerate((_weight, _own, _grad)):
            parts.append(meter(facts, which, left, half - 12, y + (44 if narrow else 16) + k * row))
    return "".join(parts)


def _weight(facts: PressedFacts, which: int, left: float, width: float, y: float) -> str:
    scale = _scale(left, width, (facts.weights[which],), 4.0)
    return (
        _axis(scale, y)
        + _bar(scale, 0.0, facts.weights[which], y, colour("step"))
        + _reading(scale, y, facts.weights[which])
    )


def _own(facts: PressedFacts, which: int, left: float, width: float, y: float) -> str:
    scale = _scale(left, width, _gradients(facts, which), 8.0)
    if facts.own is None:
        return _axis(scale, y) + _reading(scale, y, None)
    return (
        _axis(scale, y) + _bar(scale, 0.0, facts.own[which], y, colour("fresh")) + _reading(scale, y, facts.own[which])
    )


def _grad(facts: PressedFacts, which: int, left: float, width: float, y: float) -> str:
    """The stale part from zero, this batch's part from where that ends, a line at the sum."""
    scale = _scale(left, width, _gradients(facts, which), 8.0)
    if facts.grad is None:
        return _axis(scale, y) + _reading(scale, y, None)
    whole = facts.grad[which]
    stale = whole - (facts.own[which] if facts.own else 0.0)
    bars = _bar(scale, 0.0, stale, y, reference("hatch"), colour("stale")) if abs(stale) > 1e-12 else ""
    if facts.own:
        bars += _bar(scale, stale, whole, y + 4, colour("fresh"), height=BAR - 8)
    sum_ = scale(whole)
    mark = tag("line", x1=sum_, x2=sum_, y1=y - 2, y2=y + BAR + 2, stroke=colour("ink"), stroke_width=3)
    return _axis(scale, y) + bars + mark + _reading(scale, y, whole)


def _gradients(facts: PressedFacts, which: int) -> tuple[float, ...]:
    own = facts.own[which] if facts.own else 0.0
    grad = facts.grad[which] if facts.grad else 0.0
    return own, grad, grad - own


def _scale(left: float, width: float, values: tuple[float, ...], least: float) -> Scale:
    """Zero in the middle, the same for both gradient meters; doubles its reach when a value leaves it."""
    reach = least
    while reach < max(abs(value) for value in values) < 1e12:
        reach *= 2
    return Scale(-reach, reach, left, left + width)


def _axis(scale: Scale, y: float) -> str:
    zero = scale(0.0)
    ground = tag("rect", x=scale.start, y=y, width=scale.end - scale.start, height=BAR, fill=colour("grid"), rx=2)
    line = tag("line", x1=zero, x2=zero, y1=y - 3, y2=y + BAR + 3, class_="frame")
    return ground + line


def _bar(
    scale: Scale, start: float, end: float, y: float, fill: str, stroke: str | None = None, height: float = BAR
) -> str:
    left, right = sorted((scale(start), scale(end)))
    return tag("rect", x=left, y=y, width=max(right - left, 1.0), height=height, fill=fill, stroke=stroke)


def _reading(scale: Scale, y: float, value: float | None) -> str:
    words = "None" if value is None else written(value)
    ends = label(scale.start, y + BAR + 13, written(scale.low), "soft") + label(
        scale.end, y + BAR + 13, written(scale.high), "soft end"
    )
    return ends + label((scale.start + scale.end) / 2, y + BAR + 14, words, "title mid")


def _tape(facts: PressedFacts, width: float, y: float) -> str:
    """The last presses in time order, the newest outlined."""
    fits = int((width - 70) // 19)
    shown = facts.log[-fits:]
    parts = [label(8, y + 26, "pressed so far", "title"), _key(max(width - 352, 130), y + 15)]
    for k, (verb, _) in enumerate(shown):
        parts.append(block(12 + 19 * k, y + 36, verb, LETTERS[verb]))
    if shown:
        x = 12 + 19 * (len(shown) - 1) - 2
        parts.append(
            tag("rect", x=x, y=y + 34, width=20, height=19, fill="none", stroke=colour("ink"), stroke_width=2, rx=3)
        )
    return "".join(parts)


def _key(x: float, y: float) -> str:
    """What blue and hatched mean in the meters."""
    first = tag("rect", x=x, y=y, width=14, height=12, fill=colour("fresh")) + label(
        x + 19, y + 11, "this batch's", "soft"
    )
    x += 112
    return (
        first
        + tag("rect", x=x, y=y, width=14, height=12, fill=reference("hatch"))
        + label(x + 19, y + 11, "stale: in .grad from before", "soft")
    )


def _table(facts: PressedFacts) -> Table:
    last = [(str(k + 1), verb, said) for k, (verb, said) in enumerate(facts.log)]
    return Table(("press", "button", "what came of it"), tuple(last[-40:]))

"""Where zero_grad goes: the loop as written, fresh and stale gradient, the loss, and the rates at which it bites."""

from dataclasses import dataclass

import numpy as np

from autograder.figures import timeline
from autograder.figures.curves import loss_panel, two_curves
from autograder.figures.figure import Figure
from autograder.figures.panel import Box, Panel, bottom_of, grid
from autograder.figures.run import Run
from autograder.figures.scale import Scale, covering, written
from autograder.figures.style import LETTERS, colour
from autograder.figures.svg import block, document, dots, fill_of, label, line, tag
from autograder.figures.thin import means
from autograder.figures.timeline_rows import bars
from autograder.figures.trace_figure import describe, table_of

CODE, TOP, HEIGHT, SHOWN, SHARE = 206, 258, 280, 20, 18
VERDICTS = {
    "hides": "ends within 1 % of the correct loop",
    "explodes": "ends above the start",
    "differs": "ends elsewhere",
}


@dataclass(frozen=True, eq=False)
class ResetFacts:
    """run: the loop with zero_grad at the place. code: its lines as (words, verb or None, indent), with the
    reset line among them. correct: (U,) the correct loop's losses by update. rates: (R,) learning rates;
    ends, right_ends: (R,) the loss over all rows at the end, of this loop and the correct one. start: the
    loss at the start. place, lr: what was chosen. said: the prediction beside the outcome, or ""."""

    run: Run
    code: tuple[tuple[str, str | None, int], ...]
    correct: np.ndarray
    rates: np.ndarray
    ends: np.ndarray
    right_ends: np.ndarray
    start: float
    place: str
    lr: float
    said: str = ""


def verdict_of(end: float, right: float, start: float) -> str:
    """What an end loss looks like beside the correct loop's: "hides", "explodes" or "differs"."""
    if not np.isfinite(end) or end > start * 1.0001:
        return "explodes"
    return "hides" if abs(end - right) <= 0.01 * right else "differs"


def resets_figure(facts: ResetFacts, width: float) -> Figure:
    narrow = width < 640
    code_width = width if narrow else 300
    bars_left, bars_top = (0, CODE) if narrow else (code_width, 0)
    boxes = grid(width, 2, HEIGHT, bars_top + TOP, least=320)
    caption = _caption(facts)
    parts = [_code(facts), tag("g", _bars(facts, width - bars_left), transform=f"translate({bars_left} {bars_top})")]
    parts += [_losses(facts, boxes[0]), _rates(facts, boxes[1])]
    height = bottom_of(boxes) + 4
    return Figure(
        document(width, height, f"zero_grad {facts.place}", caption, *parts),
        caption,
        table_of(facts.run, 0, min(SHOWN, len(facts.run))),
    )


def _caption(facts: ResetFacts) -> str:
    words = describe(facts.run, 0, len(facts.run))
    bands = _bands_in_words(facts)
    said = f" {facts.said}" if facts.said else ""
    settings = f"zero_grad {facts.place}, learning rate {written(facts.lr)}"
    return f"{settings}: {written(len(facts.run))} updates. {words} {bands}{said}"


def _code(facts: ResetFacts) -> str:
    parts = [label(8, 16, "the loop", "title")]
    for k, (words, verb, indent) in enumerate(facts.code):
        y, x = 42 + 22 * k, 14 + 18 * indent
        if verb == "zero_grad":
            parts.append(
                tag(
                    "rect",
                    x=4,
                    y=y - 16,
                    width=288,
                    height=21,
                    fill="none",
                    stroke=colour("ink"),
                    stroke_width=1.5,
                    rx=3,
                )
            )
        if verb:
            parts.append(block(x, y - 13, verb, LETTERS[verb]))
        parts.append(
            label(
                x + (23 if verb else 0),
                y,
                words,
                style="font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:12.5px",
            )
        )
    return "".join(parts)


def _bars(facts: ResetFacts, width: float) -> str:
    """Fresh and stale at the first updates, with their legend."""
    window = timeline.Window(facts.run, 0, min(SHOWN, len(facts.run)), width, 0)
    return timeline.heads(window, 0) + bars(window, 42, 180) + timeline.legend_of_bars(56, 230)


def _losses(facts: ResetFacts, box: Box) -> str:
    losses = facts.run.losses
    both = np.append(losses[losses < 1e15], facts.correct)
    panel = loss_panel(box, both, len(losses), "loss of each batch, and stale share", "update", lift=SHARE + 8)
    share = _share(panel, facts.run.stale_share)
    return panel.frame() + share + two_curves(panel, losses, facts.correct, "this loop", "correct loop")


def _share(panel: Panel, share: np.ndarray) -> str:
    """The stale share of the gradient at each update, from none to all, along the panel's foot."""
    at, values = means(np.nan_to_num(share), panel.x(np.arange(1.0, len(share) + 1)), 90)
    base = panel.box.bottom
    edges = np.append(at, at[-1] + 3)
    steps = zip(edges[:-1], edges[1:], base - SHARE * values)
    drawn = "".join(f"M{left:.1f} {base}V{top:.1f}H{right:.1f}V{base}" for left, right, top in steps)
    return tag("path", d=drawn + "Z", fill=fill_of("stale"), stroke=colour("stale"), stroke_width=0.4)


def _rates(facts: ResetFacts, box: Box) -> str:
    """The end of the run at every learning rate; a mark's shape says what one would notice."""
    x = Scale(facts.rates[0], facts.rates[-1], box.left + 8, box.right - 4, log=True)
    ceiling = facts.start * 1e4
    ends = np.where(np.isfinite(facts.ends), np.minimum(facts.ends, ceiling), ceiling)
    y = covering(np.append(ends, [facts.start, facts.right_ends.min()]), box.bottom, box.top + 18, log=True)
    panel = Panel(box, x, y, "loss at the end, by learning rate", "learning rate")
    right = np.where(np.isfinite(facts.right_ends), np.minimum(facts.right_ends, ceiling), ceiling)
    parts = [
        panel.frame(),
        _chosen(facts, panel),
        _start_line(facts, panel),
        line(x(facts.rates), y(right), colour("soft"), "line dash"),
    ]
    kinds = [verdict_of(*pair, facts.start) for pair in zip(facts.ends, facts.right_ends)]
    parts += [_mark(kind, x(rate), y(end)) for kind, rate, end in zip(kinds, facts.rates, ends)]
    return "".join(parts) + _legend(panel, kinds)


def _chosen(facts: ResetFacts, panel: Panel) -> str:
    at = panel.x(facts.lr)
    return tag("line", x1=at, x2=at, y1=panel.box.top + 16, y2=panel.box.bottom, stroke=colour("ink"), stroke_width=1.5)


def _start_line(facts: ResetFacts, panel: Panel) -> str:
    at = panel.y(facts.start)
    words = label(panel.box.right - 4, at - 4, "loss at the start", "soft end halo")
    return tag("line", x1=panel.box.left, x2=panel.box.right, y1=at, y2=at, class_="frame dash") + words


def _mark(kind: str, x: float, y: float) -> str:
    if kind == "explodes":
        return tag(
            "path", d=f"M{x - 5:.1f} {y + 4:.1f}L{x:.1f} {y - 5:.1f}L{x + 5:.1f} {y + 4:.1f}Z", fill=colour("stale")
        )
    if kind == "hides":
        return tag("circle", cx=x, cy=y, r=4, fill=colour("ground"), stroke=colour("fresh"), stroke_width=2)
    return dots([x], [y], 3.5, colour("loss"))


def _legend(panel: Panel, kinds: list[str]) -> str:
    parts, x = [], panel.box.left + 6
    for kind, words in (("hides", "hides"), ("differs", "elsewhere"), ("explodes", "explodes")):
        parts += [
            _mark(kind, x, panel.box.top + 4),
            label(x + 9, panel.box.top + 8, f"{words}: {kinds.count(kind)}", "soft"),
        ]
        x += 62 + 6.6 * len(words)
    return "".join(parts)


def _bands_in_words(facts: ResetFacts) -> str:
    kinds = [verdict_of(*pair, facts.start) for pair in zip(facts.ends, facts.right_ends)]
    said = [f"{kind} at {_stretches(facts.rates, kinds, kind)}" for kind in ("hides", "explodes") if kind in kinds]
    counted = f"Of {len(kinds)} learning rates it "
    return (
        counted + " and ".join(said) + "."
        if said
        else counted + "ends near the correct loop at none, and explodes at none."
    )


def _stretches(rates: np.ndarray, kinds: list[str], kind: str) -> str:
    """The rates of one kind: "0.01–0.04, 0.1"."""
    said, first = [], None
    for k in range(len(rates) + 1):
        inside = k < len(rates) and kinds[k] == kind
        if inside and first is None:
            first = k
        elif not inside and first is not None:
            said.append(written(rates[first]) if k - first == 1 else f"{written(rates[first])}–{written(rates[k - 1])}")
            first = None
    return ", ".join(said)

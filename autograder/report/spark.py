"""A small curve beside a number: how a count went over time."""

from html import escape

WIDTH, HEIGHT, PAD = 96, 22, 2


def spark(counts: tuple[int, ...], words: str) -> str:
    """An SVG of at least two counts as a line from left to right, the last one dotted. words: the same, to be read aloud."""
    top = max(counts) or 1
    step = (WIDTH - 2 * PAD) / (len(counts) - 1)
    points = [(PAD + at * step, HEIGHT - PAD - count / top * (HEIGHT - 2 * PAD)) for at, count in enumerate(counts)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{escape(words)}">'
        f'<polyline points="{line}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2"/></svg>'
    )

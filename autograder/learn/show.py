"""How a learner is shown something: HTML in a notebook, and the same as plain text anywhere else."""

import sys
from html import escape
from typing import Any

MARKS = {"good": "✓", "bad": "✗", "open": "○", "note": "•"}
BARS = {
    "good": "4px solid var(--jp-success-color1, #2e7d32)",
    "bad": "4px solid var(--jp-error-color1, #c62828)",
    "open": "4px solid var(--jp-border-color1, #8a8a8a)",
    "note": "4px solid var(--jp-info-color1, #0277bd)",
}
"""The bar at a card's left, in the colours of JupyterLab's theme, light or dark."""


def shell() -> Any:
    """The IPython shell that this code runs in, or None in a plain Python process."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def publish(html: str, text: str, **more: Any) -> None:
    """Show `html` where it can be shown and `text` where it cannot. `more`: other MIME types, such as `markdown`.

    Without IPython the text is printed.
    """
    if shell() is None:
        print(text)
        return
    from IPython.display import display

    bundle = {"text/plain": text, "text/html": html} | {f"text/{kind}": data for kind, data in more.items()}
    display({kind: data for kind, data in bundle.items() if data}, raw=True)


def card(kind: str, title: str, *parts: str) -> str:
    """A box with a coloured bar, a mark that says the same without colour, a title, and parts of HTML.

    kind: "good", "bad", "open" or "note". The title is text, the parts are HTML already.
    """
    style = (
        f"border-left: {BARS[kind]}; padding: 0.2em 0 0.2em 0.9em; margin: 0.4em 0; max-width: 46em;"
        " color: var(--jp-content-font-color1, inherit); line-height: 1.5;"
    )
    return f'<div style="{style}"><strong>{MARKS[kind]} {escape(title)}</strong>{"".join(parts)}</div>'


def paragraph(text: str) -> str:
    """Text as an HTML paragraph; `words in backticks` become code."""
    return f'<p style="margin: 0.4em 0 0 0;">{code_marked(text)}</p>'


def code_marked(text: str) -> str:
    """Escaped text in which every `pair of backticks` is code."""
    pieces = escape(text, quote=False).split("`")
    if len(pieces) % 2 == 0:  # a backtick without its partner is only a character
        pieces[-2:] = ["`".join(pieces[-2:])]
    return "".join(f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces))


def listing(rows: list[tuple[str, str]], words: dict[str, str]) -> str:
    """(kind, sentence) rows as an HTML list, each with its mark and the word for it."""
    items = "".join(
        f'<li style="margin: 0;">{MARKS[kind]} <em>{words[kind]}</em>: {code_marked(text)}</li>' for kind, text in rows
    )
    return f'<ul style="list-style: none; padding: 0; margin: 0.4em 0 0 0;">{items}</ul>'


def table(head: list[str], rows: list[list[str]], caption: str) -> str:
    """An HTML table that reads aloud well: a caption, and headers for columns and rows."""
    top = "".join(f'<th scope="col" style="text-align: left;">{escape(name)}</th>' for name in head)
    body = "".join(_row(cells) for cells in rows)
    title = f'<caption style="text-align: left;">{escape(caption)}</caption>'
    return f"<table>{title}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: list[str]) -> str:
    first, *others = (code_marked(cell) for cell in cells)
    rest = "".join(f'<td style="text-align: left;">{cell}</td>' for cell in others)
    return f'<tr><th scope="row" style="text-align: left; font-weight: normal;">{first}</th>{rest}</tr>'


def text_table(head: list[str], rows: list[list[str]]) -> str:
    """The same table as aligned plain text."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head, *rows])
    return "\n".join(lines)

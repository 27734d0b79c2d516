"""A finished picture: its SVG, its caption, and the same facts as a table."""

import base64
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Table:
    """head: names of columns; rows: as many words in each."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """Aligned plain text, one row a line."""
        if not self.rows:
            return ""
        widths = [max(len(row[k]) for row in (self.head, *self.rows)) for k in range(len(self.head))]
        return "\n".join(
            "  ".join(cell.rjust(width) for cell, width in zip(row, widths)) for row in (self.head, *self.rows)
        )

    def html(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.head)
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


NO_TABLE = Table((), ())


@dataclass(frozen=True)
class Figure:
    """svg: one `<svg>` element; caption: what it shows, in the numbers it was drawn from; table: the same facts."""

    svg: str
    caption: str
    table: Table = field(default=NO_TABLE)

    def inline(self) -> str:
        """HTML with the SVG in the page itself: it follows the page's theme. For feedback pages."""
        return self._captioned(self.svg)

    def image(self) -> str:
        """HTML with the SVG as an image: GitHub and JupyterLab's untrusted notebooks strip `<svg>`, and keep this."""
        data = base64.b64encode(self.svg.encode()).decode()
        shown = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(self.caption)}" style="width:100%">'
        return f'<div class="tu-still">{self._captioned(shown)}</div>'

    def text(self) -> str:
        """Caption and table, for a place without pictures."""
        return f"{self.caption}\n\n{self.table.text()}".rstrip()

    def mime_bundle(self) -> dict[str, str]:
        """What a saved notebook keeps."""
        return {"text/plain": self.text(), "text/html": self.image(), "image/svg+xml": self.svg}

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.mime_bundle()

    def _captioned(self, shown: str) -> str:
        """The table comes after the figure: in HTML a caption is the last thing in its figure, or the first."""
        caption = f'<figcaption style="padding:4px">{escape(self.caption)}</figcaption>'
        figure = f'<figure style="margin:0">{shown}{caption}</figure>'
        if not self.table.rows:
            return figure
        return f"{figure}<details><summary>The same as a table</summary>{self.table.html()}</details>"

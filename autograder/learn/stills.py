"""Tables and still pictures for notebooks: real tables, and pictures that never come without words."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

DOTS_PER_INCH = 90


def table(heads: Sequence[Any], rows: Iterable[Sequence[Any]]) -> None:
    """Show rows under their heads as a table that a screen reader can walk through.

    Every cell is shown by `str`; a "|" in it stays a "|".
    """
    from IPython.display import Markdown, display

    lines = [_line(heads), _line(["---"] * len(heads)), *(_line(row) for row in rows)]
    display(Markdown("\n".join(lines)))


def picture(figure: Any, caption: str) -> None:
    """Show a matplotlib figure with its caption below, which is its alternative text as well.

    Closes the figure, so that it is not shown a second time at the end of the cell.
    """
    import matplotlib.pyplot as plt
    from IPython.display import Image, Markdown, display

    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=DOTS_PER_INCH, facecolor="white", metadata={"Software": None})
    plt.close(figure)
    display(Image(data=held.getvalue(), alt=caption))
    display(Markdown(f"*{caption}*"))


def _line(cells: Sequence[Any]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"

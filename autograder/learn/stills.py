"""Tables and still pictures for notebooks: real tables, and pictures that never come without words."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from autograder.learn import show

DOTS_PER_INCH = 90


def table(head: Sequence[Any], rows: Iterable[Sequence[Any]], caption: str) -> None:
    """Show rows under their head as a table that reads aloud well; its first column names the rows.

    Cells are shown by `str`; words in backticks become code.
    """
    head, body = [str(cell) for cell in head], [[str(cell) for cell in row] for row in rows]
    show.publish(show.table(head, body, caption), f"{caption}\n{show.text_table(head, body)}")


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
    display(Markdown(caption))

"""Pictures of training loops: plain data in, an SVG with its caption and its table out. No widgets in here."""

from autograder.figures.batch_figure import batch_figure
from autograder.figures.figure import Figure, Table
from autograder.figures.pair_figure import pair_figure
from autograder.figures.rows_figure import rows_figure
from autograder.figures.trace_figure import trace_figure

__all__ = ["Figure", "Table", "batch_figure", "pair_figure", "rows_figure", "trace_figure"]

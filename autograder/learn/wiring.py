"""What the running notebook is told once: how to show a trace, a verdict, and an exercise not yet written."""

import os
import sys

from autograder.learn.checking import show_again
from autograder.learn.show import shell
from autograder.trace import Trace

STUB = "Replace this line with your own code."
"""What an exercise's stub raises NotImplementedError with; nbgrader_config.py writes it there."""


def wire() -> None:
    """Tell the IPython shell, if there is one. Twice does no harm."""
    here = shell()
    if here is None:
        return
    if os.environ.get("NBGRADER_EXECUTION"):
        sys.stderr = sys.stdout  # nbgrader gives a test cell nothing where a warning went to stderr
    formatters = here.display_formatter.formatters
    formatters["text/html"].for_type(Trace, _picture)
    here.display_formatter.ipython_display_formatter.for_type_by_name("autograder.judge.verdict", "Verdict", show_again)
    here.set_custom_exc((NotImplementedError,), _on_stub)


def _picture(trace: Trace) -> str | None:
    """The trace drawn, with its caption; None (only the text is shown) where the figures are not installed."""
    try:
        from autograder.figures import trace_figure
    except ImportError:
        return None
    return trace_figure(trace).image()


def _on_stub(shell, kind, error, traceback, tb_offset=None) -> list[str]:
    """What IPython shows when a cell meets an exercise that is still a stub: one kind line."""
    if str(error) != STUB:
        lines = shell.InteractiveTB.structured_traceback(kind, error, traceback, tb_offset=tb_offset)
    else:
        lines = [_kind_line(traceback)]
    shell._showtraceback(kind, error, lines)
    return lines


def _kind_line(traceback) -> str:
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    name = traceback.tb_frame.f_code.co_name
    what = "The exercise here" if name.startswith("<") else f"`{name}`"
    return f"{what} is still to be written: replace the line that raises NotImplementedError, and run again from there."

"""What the running notebook is told once: how to show a trace, a verdict, and an exercise not yet written."""

import os
import sys

from autograder.learn.checking import show_again
from autograder.learn.owed import after_cell, is_owed
from autograder.learn.show import shell
from autograder.learn.stops import is_stub
from autograder.trace import Trace


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
    here.set_custom_exc((NotImplementedError, NameError), _on_open_exercise)
    here.events.register("post_run_cell", after_cell)


def _picture(trace: Trace) -> str | None:
    """The trace drawn, with its caption; None (only the text is shown) where the figures are not installed."""
    try:
        from autograder.figures import trace_figure
    except ImportError:
        return None
    return trace_figure(trace).image()


def _on_open_exercise(shell, kind, error, traceback, tb_offset=None) -> list[str]:
    """What IPython shows where an exercise is still a stub, or a name waits for one: one kind line."""
    if is_stub(error):
        lines = [_kind_line(traceback)]
    elif is_owed(error):
        lines = [f"`{error.name}` comes from a cell above that waits for an exercise still to be written: write that, then run both cells."]
    else:
        lines = shell.InteractiveTB.structured_traceback(kind, error, traceback, tb_offset=tb_offset)
    shell._showtraceback(kind, error, lines)
    return lines


def _kind_line(traceback) -> str:
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    name = traceback.tb_frame.f_code.co_name
    what = "The exercise here" if name.startswith("<") else f"`{name}`"
    return f"{what} is still to be written: replace the line that raises NotImplementedError, and run again from there."

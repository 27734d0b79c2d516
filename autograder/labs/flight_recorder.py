"""The lab of every notebook: travel through the trace of any recorded loop, update by update."""

from autograder.figures.figure import Figure
from autograder.figures.run import run_of
from autograder.figures.scale import written
from autograder.figures.trace_figure import run_figure
from autograder.labs.controls import choice, counter
from autograder.labs.lab import Lab
from autograder.trace import Trace

PAGES = {"10": "10 updates", "20": "20 updates", "40": "40 updates"}


class FlightRecorder:
    """A recorded trace, page by page. finding: an object with code, message, epoch and batch, or None."""

    title = "Flight recorder"

    def __init__(self, trace: Trace, finding=None):
        self.run, self.finding = run_of(trace), finding
        self.controls = self._controls() if len(self.run) else []

    def _controls(self) -> list[dict]:
        place = self.run.update_at(getattr(self.finding, "epoch", None), getattr(self.finding, "batch", None))
        help = "Travels through the run; arrow keys go one update, Page Up and Page Down further."
        if place is not None:
            help += f" The finding is at update {place + 1}."
        return [
            counter("update", "Update", len(self.run), (place or 0) + 1, help),
            choice("page", "Updates on a page", PAGES, "20", "How many are drawn one by one below the whole run."),
        ]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        if not len(self.run):
            return run_figure(self.run, self.finding, width=width)
        cursor, page = values["update"] - 1, int(values["page"])
        first = cursor // page * page
        figure = run_figure(self.run, self.finding, first, first + page, width, cursor)
        return Figure(figure.svg, f"{self._here(cursor)} {figure.caption}", figure.table)

    def _here(self, k: int) -> str:
        run = self.run
        weights = ", ".join(f"{name} = {written(value)}" for name, value in zip(run.names, run.weights[k + 1]))
        place = f"Update {k + 1} (epoch {run.epoch[k] + 1}, batch {run.batch[k] + 1})"
        gradient = f"fresh {written(run.fresh[k])}, stale {written(run.stale[k])}"
        return f"{place}: loss {written(run.losses[k])}, {gradient}; then {weights}."


def flight_recorder(trace: Trace, finding=None) -> Lab:
    """Travel through a recorded trace, with the place of a finding marked.

    trace: what `record` returned. Raises TypeError where it is something else.
    """
    if not isinstance(trace, Trace):
        raise TypeError(f"flight_recorder needs a Trace, as record(…) returns it, not {type(trace).__name__}")
    return Lab(FlightRecorder(trace, finding))

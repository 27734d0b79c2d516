"""nbgrader's feedback page, written so that a learner who reads nothing else knows what to change."""

from copy import deepcopy
from pathlib import Path

import numpy as np
from markupsafe import Markup
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from autograder.figures import Figure, batch_figure, rows_figure, trace_figure
from autograder.figures.style import DARK
from autograder.judge.verdict import Finding
from autograder.report.harmless import clean_html, show
from autograder.report.marked import backticks
from autograder.trace import Trace

TEMPLATES = Path(__file__).parent / "templates"
NARROW = 720
ABOUT_ROWS = (
    "batch-size-ignored", "extra-empty-batch", "first-batch-only", "last-batch-dropped", "loops-swapped", "never-reshuffled",
    "one-batch-per-epoch", "sampled-with-replacement", "whole-dataset-every-batch",
)  # fmt: skip
"""Findings that a picture of gradients would not show."""


class FindingsExporter(HTMLExporter):
    """Takes the place of the exporter of `GenerateFeedback`, whatever template other exporters are told to use."""

    def __init__(self, config: Config | None = None, **more):
        own = deepcopy(config) if config is not None else Config()
        own.FindingsExporter.template_name = "findings"
        own.FindingsExporter.extra_template_basedirs = [str(TEMPLATES)]
        super().__init__(config=own, **more)

    def default_filters(self):
        """nbconvert's own, and ours."""
        yield from super().default_filters()
        yield "harmless", lambda html: Markup(clean_html(html))
        yield "shown", lambda output: Markup(show(output))
        yield "figure", figure
        yield "backticks", backticks

    def _init_resources(self, resources):
        resources = super()._init_resources(resources)
        resources["findings_css"] = css()
        return resources


def figure(about: dict) -> Markup:
    """The picture of the batch where it went wrong; nothing where no run was kept."""
    if not about.get("trace") or not about["findings"]:
        return Markup("")
    first = {name: about["findings"][0].get(name) for name in ("code", "message", "epoch", "batch")}
    try:
        return Markup(draw(Trace.from_json(about["trace"]), Finding(**first)).inline())
    except (KeyError, ValueError, IndexError, TypeError):  # kept by another version: the words must do
        return Markup("")


def draw(trace: Trace, finding: Finding) -> Figure:
    """The rows, where the finding is about them; else the finding's epoch, or of epochs with hardly an update several."""
    known = len(trace) and all(rows is not None for rows in trace.rows)
    if known and (finding.code in ABOUT_ROWS or (finding.code == "wrong-result" and _out_of_order(trace))):
        return rows_figure(trace, finding, width=NARROW)
    counts, epoch = trace.updates_per_epoch, finding.epoch or 0
    drawn = trace_figure if not counts[epoch:] or counts[epoch] < 3 else batch_figure
    return drawn(trace, finding, width=NARROW)


def _out_of_order(trace: Trace) -> bool:
    """Whether the first epoch took its rows in another order than the one they came in, and its steps nothing else."""
    rows = np.concatenate([rows for rows, epoch in zip(trace.rows, trace.epoch) if epoch == 0])
    return bool((np.diff(rows) < 0).any()) and np.allclose(trace.stale, 0, atol=1e-6)


def css() -> str:
    """The page's style, with the colours of code and of pictures for a light and for a dark screen."""
    from pygments.formatters import HtmlFormatter

    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("friendly", "github-dark"))
    palette = ";".join(f"--tu-{name}:{value}" for name, value in {**DARK, "ground": "var(--ground)"}.items())
    own = (TEMPLATES / "findings" / "feedback.css").read_text()
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ {dark}\nbody .tu {{ {palette} }} }}\n{own}"

"""The widget of every lab: it asks a study for a picture, and shows it beside native controls.

Why this way: an anywidget that shows SVG made in the kernel answers a key in some thirty milliseconds;
matplotlib through `interact` takes a second, and plotly or altair bring megabytes or a network with them.
The sliders are the browser's own: ipywidgets' have no accessible name. The study behind a lab knows nothing of
widgets, and the drawing nothing of studies, so that each is tested on its own.
"""

from pathlib import Path
from typing import Protocol

import anywidget
import traitlets

from autograder.figures.figure import Figure
from autograder.labs.controls import starting_values, within_bounds

HERE = Path(__file__).parent
STILL_WIDTH = 760
VIEW = "application/vnd.jupyter.widget-view+json"
# A notebook opened again has the still and, in place of the live lab, an error that helps nobody. A still
# waits a moment, so that it does not flash up (and give away a prediction) before the live lab is there.
STILL_RULES = (
    "<style>.jp-OutputArea-child:has(.tu-still) + .jp-OutputArea-child"
    ":has(> .jp-OutputArea-output.jupyter-widgets):not(:has(.tu-lab)){display:none}"
    "@media screen{.tu-still{animation:tu-appear 0s 1.5s both}}@keyframes tu-appear{from{visibility:hidden}}</style>"
)


class Study(Protocol):
    """What a lab is about. title: its name; controls: what can be asked, from `labs.controls`."""

    title: str
    controls: list[dict]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        """The picture for values within bounds. Not `settled`: the next values may be on their way."""


class Lab(anywidget.AnyWidget):
    """A study with controls. As the last line of a cell it shows itself, and leaves a still picture.

    asked: {"values", "tick", "view", "settled"} from the browser. picture: the answer, with the same tick.
    """

    _esm = HERE / "lab.js"
    _css = HERE / "lab.css"
    title = traitlets.Unicode().tag(sync=True)
    controls = traitlets.List().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True, echo_update=False)
    picture = traitlets.Dict().tag(sync=True)

    def __init__(self, study: Study):
        self.study = study
        self.figure = study.draw(starting_values(study.controls), STILL_WIDTH)
        self._shown_still = None
        super().__init__(title=study.title, controls=study.controls)
        self.picture = self._answer(self.figure, starting_values(study.controls), {})

    def set(self, **values: object) -> "Lab":
        """Move controls from code: `lab.set(batch_size=10, lr=0.1)`. Raises KeyError for an unknown name."""
        known = starting_values(self.study.controls)
        for name in values:
            if name not in known:
                raise KeyError(f"this lab has no control {name!r}: choose of {', '.join(known)}")
        now = {**self.picture["values"], **values}
        self.asked = {"values": now, "tick": self.picture["tick"] + 1, "view": "", "settled": True}
        return self

    @traitlets.observe("asked")
    def _on_asked(self, change: dict) -> None:
        asked = change["new"]
        values = within_bounds(self.study.controls, asked.get("values", {}))
        settled = bool(asked.get("settled"))
        figure = self.study.draw(values, _width(asked), settled)
        self.picture = self._answer(figure, values, asked)
        if settled:
            self._keep_still(values)

    def _answer(self, figure: Figure, values: dict, asked: dict) -> dict:
        return {
            "tick": asked.get("tick", 0),
            "view": asked.get("view", ""),
            "settled": bool(asked.get("settled")),
            "values": {**values, "width": _width(asked)},
            "svg": figure.svg,
            "caption": figure.caption,
            "table": {"head": figure.table.head, "rows": figure.table.rows},
        }

    def _keep_still(self, values: dict) -> None:
        """Let the saved notebook's picture follow what was chosen."""
        self.figure = self.study.draw(values, STILL_WIDTH)
        if self._shown_still is not None:
            self._shown_still.update(self._still(), raw=True)

    def _still(self) -> dict[str, str]:
        bundle = self.figure.mime_bundle()
        return {**bundle, "text/html": STILL_RULES + bundle["text/html"]}

    def _ipython_display_(self, **kwargs: object) -> None:
        """Two outputs: the still, which every reader of the saved notebook sees, and the living lab."""
        from IPython.display import display

        self._shown_still = display(self._still(), raw=True, display_id=True)
        display({VIEW: {"version_major": 2, "version_minor": 0, "model_id": self.model_id}}, raw=True)


def _width(asked: dict) -> int:
    width = asked.get("values", {}).get("width", STILL_WIDTH)
    return int(min(max(width, 340), 1200)) if isinstance(width, (int, float)) else STILL_WIDTH

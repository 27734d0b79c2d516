"""The lab of notebook 01: turn w, b and the learning rate, and see the update that follows."""

import numpy as np

from autograder.figures.figure import Figure
from autograder.figures.surface import Bowl
from autograder.figures.update_figure import UpdateFacts, update_figure
from autograder.labs.controls import rate_stops, slider
from autograder.labs.lab import Lab
from autograder.labs.line import Line, course_line, gradient_of


class OneUpdate:
    """The line w * x + b, its loss and gradient over all rows, and where one step leads."""

    title = "One update: line, loss, gradient, step"

    def __init__(self, line: Line):
        self.line = line
        tenths = [round(k / 10, 1) for k in range(-20, 81)]
        lower = [round(k / 10, 1) for k in range(-30, 71)]
        self.controls = [
            slider("w", "Slope w", tenths, 0.0, "Tilts the line. Arrow keys move it by 0.1."),
            slider("b", "Intercept b", lower, 0.0, "Lifts the line. Arrow keys move it by 0.1."),
            slider(
                "lr",
                "Learning rate lr",
                rate_stops(0.001, 2.0),
                0.1,
                "How far along the gradient one update goes; logarithmic.",
            ),
        ]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        now = np.array([values["w"], values["b"]], dtype=float)
        gradient = gradient_of(self.line.means, now)
        after = now - values["lr"] * gradient
        facts = UpdateFacts(
            x=self.line.x,
            y=self.line.y,
            now=tuple(now),
            after=tuple(after),
            gradient=tuple(gradient),
            lr=values["lr"],
            loss=self.line.loss(*now),
            loss_after=self.line.loss(*after),
            bowl=bowl_of(self.line),
        )
        return update_figure(facts, width)


def bowl_of(line: Line) -> Bowl:
    """The loss over all rows as a picture takes it."""
    w, b = line.best.tolist()
    return Bowl((w, b), float(line.means[0]), float(line.means[1]), line.loss(w, b))


def one_update(x: np.ndarray | None = None, y: np.ndarray | None = None) -> Lab:
    """Sliders for w, b and the learning rate over the course's line, or over your own x and y, each (n,)."""
    return Lab(OneUpdate(course_line(x, y)))

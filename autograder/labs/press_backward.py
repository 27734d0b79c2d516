"""The lab of notebook 04: forward, backward, step, zero_grad as buttons, and what each leaves where."""

from functools import reduce

import numpy as np

from autograder.figures.figure import Figure
from autograder.figures.pressed_figure import PressedFacts, pressed_figure
from autograder.labs.controls import buttons, rate_stops, slider
from autograder.labs.lab import Lab
from autograder.labs.line import Line, course_line
from autograder.labs.pressed import Pressed, press

BATCH_SIZE = 100
MOST_PRESSES = 200
BUTTONS = (
    ("forward", "forward", "F"),
    ("backward", "backward", "B"),
    ("step", "step", "S"),
    ("zero_grad", "zero_grad", "0"),
    ("again", "start again", ""),
)


class PressBackward:
    """Batches of a line read one by one; every press is replayed from the start, so that nothing is hidden."""

    title = "Press backward: what is in .grad?"

    def __init__(self, line: Line):
        self.means = line.batch_means(min(BATCH_SIZE, len(line)))
        self.controls = [
            buttons(
                "pressed", "The verbs of the loop", BUTTONS, "Press them in any order. Tab moves on, Space presses."
            ),
            slider(
                "lr",
                "Learning rate lr",
                rate_stops(),
                0.05,
                "How far a step goes; changing it replays what you pressed.",
            ),
        ]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        return pressed_figure(facts_of(self.state(values)), width)

    def state(self, values: dict) -> Pressed:
        return reduce(
            lambda state, verb: press(state, verb, self.means, values["lr"]), since_again(values["pressed"]), Pressed()
        )


def since_again(pressed: list[str]) -> list[str]:
    """The presses after the last "again", at most two hundred of them."""
    start = len(pressed) - pressed[::-1].index("again") if "again" in pressed else 0
    return pressed[start:][:MOST_PRESSES]


def facts_of(state: Pressed) -> PressedFacts:
    graph = state.seen is not None
    return PressedFacts(state.weights, state.own, state.grad, state.batch, state.loss, graph, state.counted, state.log)


def press_backward(x: np.ndarray | None = None, y: np.ndarray | None = None) -> Lab:
    """Buttons for the verbs of the loop, meters for weight, gradient and `.grad`."""
    return Lab(PressBackward(course_line(x, y)))

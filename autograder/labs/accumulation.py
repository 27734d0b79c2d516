"""The lab of notebook 06: micro-batches and steps against the big batch they stand for."""

import numpy as np

from autograder.figures.figure import Figure
from autograder.figures.groups_figure import GroupFacts, groups_figure
from autograder.figures.scale import written
from autograder.labs.controls import choice, counter, counting_stops, rate_stops, slider
from autograder.labs.groups import LEFTOVERS, REDUCTIONS, GroupPlan, plan_groups, run_groups
from autograder.labs.lab import Lab
from autograder.labs.line import Line, course_line, descend, gradient_of, loss_of
from autograder.labs.one_update import bowl_of

START = (0.0, 0.0)


class Accumulation:
    """Gradient accumulation on a line, beside one update per big batch of the same rows."""

    title = "Accumulation: many small batches for one big one"

    def __init__(self, line: Line):
        self.line = line
        n = len(line)
        self.controls = [
            slider(
                "micro",
                "Micro-batch size",
                counting_stops(n),
                min(64, n),
                f"Rows per backward, 1 to {n}.",
                "rows",
                exact=True,
            ),
            counter("steps", "Micro-batches", 50, 4, "Backwards before each step, 1 to 50.", "per step"),
            choice("reduction", "Put together as", REDUCTIONS, "mean", "How the micro-batches' gradients are weighed."),
            choice(
                "leftover",
                "A last, smaller group is",
                LEFTOVERS,
                "kept",
                "There is one where the micro-batches do not fill the groups.",
            ),
            slider("lr", "Learning rate lr", rate_stops(), 0.1, "Step length per update; logarithmic."),
            slider("epochs", "Epochs", counting_stops(1000), 5, "Passes over all rows.", "epochs", exact=True),
        ]

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        return groups_figure(self.facts(values), width)

    def facts(self, values: dict) -> GroupFacts:
        line, lr, epochs = self.line, values["lr"], values["epochs"]
        plan = plan_groups(line, values["micro"], values["steps"], values["reduction"])
        weights = run_groups(plan, START, lr, epochs, values["leftover"])
        big_means = line.batch_means(min(values["micro"] * values["steps"], len(line)))
        big_weights = descend(big_means, START, lr, epochs)
        per_epoch = (len(weights) - 1) // epochs
        return GroupFacts(
            n=len(line),
            micro=values["micro"],
            rows=plan.rows,
            full=plan.full,
            lengths=_lengths(plan),
            big_lengths=np.linalg.norm(gradient_of(big_means, np.array(START)), axis=-1),
            weights=weights,
            big_weights=big_weights,
            epoch_losses=self._by_epoch(weights, per_epoch, epochs),
            big_epoch_losses=loss_of(line.means, big_weights[:: len(big_means)]),
            per_epoch=per_epoch,
            leftover=values["leftover"],
            settings=_settings(values),
            bowl=bowl_of(line),
        )

    def _by_epoch(self, weights: np.ndarray, per_epoch: int, epochs: int) -> np.ndarray:
        """(epochs + 1,) the loss over all rows; without updates it stays where it starts."""
        return loss_of(self.line.means, weights[np.arange(epochs + 1) * per_epoch])


def _lengths(plan: GroupPlan) -> np.ndarray:
    return np.linalg.norm(plan.maps @ np.array([*START, 1.0]), axis=-1)


def _settings(values: dict) -> str:
    how = REDUCTIONS[values["reduction"]]
    counted = f"{values['steps']} micro-batches of {values['micro']} rows per update"
    return f"{counted}, {how}, learning rate {written(values['lr'])}"


def accumulation(x: np.ndarray | None = None, y: np.ndarray | None = None) -> Lab:
    """Sliders for micro-batch size and steps, choices for mean or sum and for the leftover, against the big batch."""
    return Lab(Accumulation(course_line(x, y)))

"""The lab of notebooks 02 and 03: batch size, epochs, learning rate, shuffling; your own train if you like."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from autograder.figures.descent_figure import DescentFacts, descent_figure
from autograder.figures.figure import Figure
from autograder.figures.scale import written
from autograder.labs.controls import counting_stops, rate_stops, slider, toggle
from autograder.labs.lab import Lab
from autograder.labs.line import Line, course_line, descend, loss_of, losses_before
from autograder.labs.one_update import bowl_of
from autograder.labs.orders import shuffled_orders
from autograder.labs.your_train import YourRun, run_yours

MOST_EPOCHS = 1000
MOST_UPDATES_OF_YOURS = 20_000
START = (0.0, 0.0)


class BatchesAndEpochs:
    """Mini-batch descent on a line. train: the learner's function, or None for ours."""

    title = "Batches and epochs"

    def __init__(self, line: Line, train: Callable | None = None):
        self.line, self.train = line, train
        self._kept: tuple = ((), np.empty(0))
        n = len(line)
        self.controls = [
            slider(
                "batch_size",
                "Batch size",
                counting_stops(n),
                min(100, n),
                f"Rows per update, 1 to {n}.",
                "rows",
                exact=True,
            ),
            slider(
                "epochs",
                "Epochs",
                counting_stops(MOST_EPOCHS),
                3,
                "Passes over all rows, 1 to 1000.",
                "epochs",
                exact=True,
            ),
            slider("lr", "Learning rate lr", rate_stops(), 0.05, "Step length per update; logarithmic."),
        ]
        if train is None:
            self.controls.append(
                toggle("shuffle", "Shuffle every epoch", False, "Off: every epoch reads the rows in order.")
            )

    def draw(self, values: dict, width: float, settled: bool = True) -> Figure:
        return descent_figure(self.facts(values, settled), width)

    def facts(self, values: dict, settled: bool = True) -> DescentFacts:
        """Ours at once; the learner's own once the sliders rest, since it may take a while."""
        ours = self._ours(values)
        if self.train is None:
            return ours
        updates = len(ours.losses)
        if updates > MOST_UPDATES_OF_YOURS:
            return replace(
                ours, note=f"This is our loop: {written(updates)} updates of yours would take too long here."
            )
        if not settled:
            return replace(ours, note="This is our loop; yours runs when the sliders rest.")
        yours = run_yours(self.train, self.line.x, self.line.y, START, values)
        return (
            replace(ours, note=yours) if isinstance(yours, str) else self._of_yours(ours, yours, values["batch_size"])
        )

    def _ours(self, values: dict) -> DescentFacts:
        size, epochs = values["batch_size"], values["epochs"]
        means = self._means(size, epochs if values.get("shuffle") else None)
        weights = descend(means, START, values["lr"], epochs)
        steps = means.shape[-2]
        return DescentFacts(
            x=self.line.x,
            y=self.line.y,
            weights=weights,
            losses=losses_before(means, weights),
            epoch_losses=loss_of(self.line.means, weights[::steps]),
            per_epoch=steps,
            epochs=epochs,
            settings=_settings(values),
            bowl=bowl_of(self.line),
        )

    def _means(self, size: int, shuffled_epochs: int | None) -> np.ndarray:
        """The batches' means, kept until size or epochs change: the learning rate does not touch them."""
        if self._kept[0] != (size, shuffled_epochs):
            rows = None if shuffled_epochs is None else self._rows(shuffled_epochs)
            self._kept = (size, shuffled_epochs), self.line.batch_means(size, rows)
        return self._kept[1]

    def _rows(self, epochs: int) -> np.ndarray:
        return shuffled_orders(len(self.line), MOST_EPOCHS if epochs > 100 else 100)[:epochs]

    def _of_yours(self, ours: DescentFacts, yours: YourRun, batch_size: int) -> DescentFacts:
        if yours.losses is None:
            means, whole = self.line.batch_means(batch_size), len(yours.weights) == len(ours.weights)
            losses = losses_before(means, yours.weights) if whole else np.full(len(yours.weights) - 1, np.nan)
            yours = replace(yours, losses=losses)
        elif _same(ours, yours) and np.allclose(yours.weights[-1], ours.weights[-1], equal_nan=True):
            yours = replace(yours, weights=ours.weights)
        whole = len(yours.weights) == len(ours.weights)
        stops = np.arange(0, len(ours.weights), ours.per_epoch) if whole else yours.stops
        by_epoch = loss_of(self.line.means, yours.weights[stops]) if len(stops) == ours.epochs + 1 else np.empty(0)
        seen = {"weights": yours.weights, "losses": yours.losses, "epoch_losses": by_epoch}
        return replace(ours, **seen, whose=f"your {yours.name}", note=_difference(ours, yours))


def _same(ours: DescentFacts, yours: YourRun) -> bool:
    with np.errstate(all="ignore"):
        return len(yours.losses) == len(ours.losses) and np.allclose(yours.losses, ours.losses, rtol=1e-6, equal_nan=True)


def _difference(ours: DescentFacts, yours: YourRun) -> str:
    if len(yours.losses) != len(ours.losses):
        return f"It returned {len(yours.losses)} losses; one per update would be {len(ours.losses)}."
    if yours.shuffles:
        return ""
    if _same(ours, yours):
        return "Every loss equals that of our loop."
    first = int(np.flatnonzero(~np.isclose(yours.losses, ours.losses, rtol=1e-6))[0])
    both = f"{written(yours.losses[first])}, where ours has {written(ours.losses[first])}"
    return f"The losses part from our loop's at update {first + 1}: {both}."


def _settings(values: dict) -> str:
    order = "shuffled every epoch" if values.get("shuffle") else "rows in order"
    return f"Batches of {values['batch_size']}, learning rate {written(values['lr'])}, {order}"


def batches_and_epochs(train: Callable | None = None, x: np.ndarray | None = None, y: np.ndarray | None = None) -> Lab:
    """Sliders for batch size, epochs and learning rate over the course's line, or over your own x and y.

    train: your own `train`, `train_shuffled` or `train_with_ledger`, put in place of ours.
    """
    return Lab(BatchesAndEpochs(course_line(x, y), train))

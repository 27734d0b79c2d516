"""Batches and epochs: the line, the path over the loss surface, the loss by update and by epoch."""

from dataclasses import dataclass

import numpy as np

from autograder.figures.curves import curve, loss_panel
from autograder.figures.figure import Figure, Table
from autograder.figures.panel import Box, bottom_of, grid
from autograder.figures.scale import written
from autograder.figures.surface import Bowl, contours, path, surface_panel
from autograder.figures.svg import document, key_of_lines, label
from autograder.figures.update_figure import data_dots, data_panel, fitted

HEIGHT, HEAD = 260, 30


@dataclass(frozen=True, eq=False)
class DescentFacts:
    """x, y: (n,). weights: (U + 1, 2), or two rows (start and end) where only these are known.

    losses: (U,) by update. epoch_losses: (E + 1,) over all rows, first at the start and then after each
    epoch; empty where not known. per_epoch, epochs: counts. whose: "" or "your train". note: a sentence or "".
    """

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray
    losses: np.ndarray
    epoch_losses: np.ndarray
    per_epoch: int
    epochs: int
    settings: str
    bowl: Bowl
    whose: str = ""
    note: str = ""

    @property
    def diverged(self) -> bool:
        last = self.weights[-1]
        return not np.isfinite(last).all() or bool(np.abs(last).max() > 1e6)


def descent_figure(facts: DescentFacts, width: float) -> Figure:
    boxes = grid(width, 4, HEIGHT, HEAD)
    updates = written(facts.per_epoch * facts.epochs)
    title = f"{facts.per_epoch} updates per epoch × {facts.epochs} epochs = {updates} updates"
    caption = _caption(facts)
    panels = (_data, _surface, _by_update, _by_epoch)
    parts = [label(8, 19, title, "title", font_size=15), *(draw(facts, box) for draw, box in zip(panels, boxes))]
    return Figure(document(width, bottom_of(boxes) + 4, title, caption, *parts), caption, _table(facts))


def _caption(facts: DescentFacts) -> str:
    whose = f"{facts.whose}: " if facts.whose else ""
    w, b = facts.weights[-1]
    end = (
        f"It blew up: w = {written(w)}, b = {written(b)}."
        if facts.diverged
        else f"It ends at w = {written(w)}, b = {written(b)}."
    )
    losses = facts.losses[np.isfinite(facts.losses)]
    went = f" The batch's loss goes from {written(losses[0])} to {written(facts.losses[-1])}." if len(losses) else ""
    note = f" {facts.note}" if facts.note else ""
    counted = f"{facts.per_epoch} updates in each of {facts.epochs} epochs, {written(len(facts.losses))} in all."
    return f"{whose}{facts.settings}: {counted} {end}{went}{note}"


def _data(facts: DescentFacts, box: Box) -> str:
    panel = data_panel(box, facts.x, facts.y, "y: the data, and the line at the end")
    drawn = (
        panel.frame()
        + panel.clipped(data_dots(panel, facts.x, facts.y))
        + fitted(panel, *facts.weights[0], "soft", "line dash")
    )
    key = key_of_lines(box.right, box.top + 4, [("start", "soft", "6 4"), ("end", "step", "none")])
    return drawn + key + (fitted(panel, *facts.weights[-1], "step") if np.isfinite(facts.weights[-1]).all() else "")


def _surface(facts: DescentFacts, box: Box) -> str:
    panel = surface_panel(box)
    known = len(facts.weights) > 2 or len(facts.losses) <= 1
    return panel.frame() + contours(panel, facts.bowl) + path(panel, facts.weights, dash=not known)


def _by_update(facts: DescentFacts, box: Box) -> str:
    panel = loss_panel(box, facts.losses, len(facts.losses), "loss of each batch, by update", "update")
    return panel.frame() + curve(panel, facts.losses)


def _by_epoch(facts: DescentFacts, box: Box) -> str:
    if not len(facts.epoch_losses):
        panel = loss_panel(box, facts.losses, facts.epochs, "loss over all rows, by epoch", "epochs done")
        return panel.frame() + label(box.left + 12, box.top + 24, "not known for this run", "soft")
    panel = loss_panel(box, facts.epoch_losses, facts.epochs, "loss over all rows, by epoch", "epochs done", first=0)
    return panel.frame() + curve(panel, facts.epoch_losses)


def _table(facts: DescentFacts) -> Table:
    """Update by update at the start, then ever fewer, and the last."""
    updates = len(facts.losses)
    chosen = np.unique(np.append(np.arange(min(updates, 12)), np.geomspace(1, max(updates, 1), 12).astype(int) - 1))
    known = len(facts.weights) == updates + 1
    rows = []
    for k in (int(value) for value in chosen if value < updates):
        place = (str(k + 1), str(k // facts.per_epoch + 1), str(k % facts.per_epoch + 1), written(facts.losses[k]))
        rows.append((*place, *(written(value) if known else "?" for value in facts.weights[k + 1 if known else -1])))
    return Table(("update", "epoch", "batch", "loss before", "w after", "b after"), tuple(rows))

"""Run a loop of given choices: what it would return, and what it does on the way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.gradient import loss_and_gradient, scaled
from autograder.judge.numpy_loops.loop import Loop
from autograder.judge.numpy_loops.plan import Batch, plan_of


@dataclass
class Run:
    """What a loop did: one entry per batch that it took, and where it ended.

    rows: the rows of x in each batch. losses: before the batch. after: of the same rows, after it.
    fresh, stood: (dw, db) of the batch, and of the update that was made with it (nan where none was).
    before: (w, b) at the batch. epoch: the loop's own epoch of each batch, from 0.
    """

    rows: list[np.ndarray] = field(default_factory=list)
    pairs: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    fresh: list[tuple[float, float]] = field(default_factory=list)
    stood: list[tuple[float, float] | None] = field(default_factory=list)
    before: list[tuple[float, float]] = field(default_factory=list)
    epoch: list[int] = field(default_factory=list)
    ends: list[tuple[float, float]] = field(default_factory=list)
    w: float = 0.0
    b: float = 0.0

    @property
    def updates(self) -> int:
        return sum(one is not None for one in self.stood)


def simulate(loop: Loop, data: Data, keep_going: Callable[[Run], bool] | None = None, plan: Callable[[Run], Iterable[Iterable[Batch]]] | None = None) -> Run | None:
    """Run `loop` on `data`, None as soon as `keep_going` says no after a batch.

    plan: from the run so far to the batches of every epoch, read one by one; the loop's own without it.
    """
    run = Run(w=data.w, b=data.b) if loop.start != "zero" else Run()
    epochs = plan_of(loop, data) if plan is None else plan(run)
    machine = _Machine(loop, data, run)
    for epoch, batches in enumerate(epochs):
        machine.begin_epoch()
        for pair in batches:
            machine.take(epoch, pair)
            if keep_going is not None and not keep_going(run):
                return None
        machine.end_epoch()
    return run


BEST: dict[str, Callable[[list[tuple[float, float]]], tuple[float, float]]] = {
    "best-small": lambda gradients: min(gradients, key=lambda one: np.hypot(*one)),
    "best-large": lambda gradients: max(gradients, key=lambda one: np.hypot(*one)),
    "best-steep-w": lambda gradients: max(gradients, key=lambda one: abs(one[0])),
    "best-flat-w": lambda gradients: min(gradients, key=lambda one: abs(one[0])),
    "best-sum": lambda gradients: max(gradients, key=lambda one: abs(one[0]) + abs(one[1])),
    "best-max": max,
    "best-min": min,
}
"""Which of an epoch's gradients somebody takes who keeps the best: the shortest, longest, steepest, flattest, …"""


class _Machine:
    """The loop's own state: the weights, and the gradient that gathers."""

    def __init__(self, loop: Loop, data: Data, run: Run):
        self.loop, self.data, self.run = loop, data, run
        self.gathered, self.taken, self.best = (0.0, 0.0), 0, np.inf
        self.previous = (0.0, 0.0)
        self.fraction = 0

    def begin_epoch(self) -> None:
        if self.loop.start == "reset":
            self.run.w, self.run.b = self.data.w, self.data.b
        if self.loop.start == "zero-reset":
            self.run.w, self.run.b = 0.0, 0.0
        if self.loop.reset.startswith("epoch"):
            self.gathered, self.fraction = (0.0, 0.0), 0
        if self.loop.update == "improved-epoch":
            self.best = np.inf
        self.of_epoch: list[tuple[float, tuple[float, float]]] = []

    def take(self, epoch: int, pair: tuple[np.ndarray, np.ndarray]) -> None:
        if self.loop.update == "late" and self.run.stood:
            self.run.stood[-1] = self.previous
            self._move(self.previous)
        run, x, y = self.run, self.data.x[pair[0]], self.data.y[pair[1]]
        loss, dw, db = loss_and_gradient(self.loop, x, y, run.w, run.b, self.data.lr)
        if self.loop.rows == "whole-gradient":
            _, dw, db = loss_and_gradient(self.loop, self.data.x, self.data.y, run.w, run.b)
        fresh = scaled(self.loop, dw, db, len(x), self.data.n, self.data.batch_size, self.data.lr)
        for column, value in (
            (run.rows, pair[0]),
            (run.pairs, pair),
            (run.losses, loss),
            (run.fresh, fresh),
            (run.before, (run.w, run.b)),
            (run.epoch, epoch),
        ):
            column.append(value)
        self.of_epoch.append((loss, fresh))
        stood = self._gradient_to_use(fresh, loss)
        self.previous = fresh if self.loop.update != "late" else self._gather(fresh)
        run.stood.append(stood)
        if stood is not None:
            self._move(stood)
        run.after.append(np.nan if self.loop.notes != "after" else loss_and_gradient(self.loop, x, y, run.w, run.b)[0])

    def end_epoch(self) -> None:
        if self.loop.update.startswith(("epoch", "best")) and self.of_epoch:
            chosen = self._chosen()
            self.run.stood[-1] = chosen
            self._move(chosen)
        self.run.ends.append((self.run.w, self.run.b))

    def _gradient_to_use(self, fresh: tuple[float, float], loss: float) -> tuple[float, float] | None:
        update = self.loop.update
        if update == "late":
            return None
        stood = self._gather(fresh)
        if update == "batch":
            return stood
        if update == "previous":
            return self.previous
        if update.startswith("improved") and loss < self.best:
            self.best = loss
            return stood
        return None

    def _gather(self, fresh: tuple[float, float]) -> tuple[float, float]:
        reset = self.loop.reset
        if reset == "each":
            return fresh
        if reset == "before-step":
            return (0.0, 0.0)
        if reset.startswith("every") and self.taken % int(reset[-1]) == 0:
            self.gathered = (0.0, 0.0)
        self.taken, self.fraction = self.taken + 1, self.fraction + 1
        self.gathered = (self.gathered[0] + fresh[0], self.gathered[1] + fresh[1])
        if reset in ("only-w", "only-b"):
            return (fresh[0], self.gathered[1]) if reset == "only-w" else (self.gathered[0], fresh[1])
        if reset.endswith("mean"):
            return self.gathered[0] / self.fraction, self.gathered[1] / self.fraction
        return self.gathered

    def _chosen(self) -> tuple[float, float]:
        update, gradients = self.loop.update, [gradient for _, gradient in self.of_epoch]
        if update == "epoch-last":
            return gradients[-1]
        if update in ("best-loss", "best-worst"):  # the hardest batch is somebody's best as well
            return (min if update == "best-loss" else max)(self.of_epoch, key=lambda one: one[0])[1]
        if update in BEST:
            return BEST[update](gradients)
        if update == "epoch-weighted":
            sizes = [len(rows) for rows in self.run.rows[-len(gradients) :]]
            return tuple(np.average(gradients, axis=0, weights=sizes).tolist())
        count = len(gradients) if update == "epoch-mean" else 1
        total = self.gathered if self.loop.reset == "never" else [sum(column) for column in zip(*gradients)]
        return total[0] / count, total[1] / count

    def _move(self, stood: tuple[float, float]) -> None:
        self.run.w -= self.data.lr * stood[0]
        self.run.b -= self.data.lr * stood[1]


"""What one case's observation says, read with suspicion, and compared with what a loop would return."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.judge.numpy_loops.data import Data
from autograder.judge.numpy_loops.loop import Loop
from autograder.judge.numpy_loops.notes import FIRST_NOTE, ledger_of, losses_of
from autograder.judge.numpy_loops.plan import plan_of
from autograder.judge.numpy_loops.simulate import Run, simulate

ONE_PER_BATCH = ("before", "after", "whole-before", "whole-after", "sum", "half", "by-batch-size", "root", "running", "cumulative")
ONE_PER_EPOCH = ("epoch-mean", "epoch-last", "epoch-sum", "epoch-min", "epoch-weighted", "epoch-whole")


@dataclass(frozen=True)
class Observed:
    """The numbers of one case.

    w, b: the final weights, nan where none came back. notes: (U,) losses or (U, 2) ledger, None where
    none came back. kind: "losses" or "ledger". relative, absolute: how far rounding may go.
    rows: the rows of each update as a recorded run showed them, or None. changed: inputs altered.
    got: what came back, in words. ends_known: False where w and b are not to be compared.
    """

    w: float
    b: float
    notes: np.ndarray | None
    kind: str = "losses"
    relative: float = 1e-7
    absolute: float = 1e-9
    rows: tuple[np.ndarray, ...] | None = None
    changed: tuple[str, ...] = ()
    got: str = ""
    ends_known: bool = True

    def close(self, value, other) -> bool:
        return bool(np.allclose(value, other, rtol=self.relative, atol=self.absolute, equal_nan=True))

    def near(self, value: float, other: float) -> bool:
        """`close` for two numbers, in a hundredth of the time."""
        return abs(value - other) <= self.absolute + self.relative * abs(other) or (value != value and other != other)

    def notes_close(self, expected: np.ndarray) -> bool:
        return self.notes is not None and self.notes.shape == expected.shape and self.close(self.notes, expected)

    def ends_close(self, run: Run) -> bool:
        return not self.ends_known or (self.near(self.w, run.w) and self.near(self.b, run.b))

    def watch(self, loop: Loop, data: Data | None = None) -> Callable[[Run], bool] | None:
        """A check after every batch that ends a simulation as soon as it leaves what was observed."""
        if self.notes is None:
            return None
        notes = self.notes.tolist()
        if self.kind == "losses" and loop.notes in FIRST_NOTE and data is not None:
            first = FIRST_NOTE[loop.notes]
            return lambda run: len(run.losses) > 1 or not notes or self.near(notes[0], first(data, run))
        if loop.notes != "before":
            return None
        if self.kind == "losses":
            return lambda run: len(run.losses) <= len(notes) and self.near(notes[len(run.losses) - 1], run.losses[-1])
        if loop.update not in ("batch", "previous"):
            return None
        return lambda run: len(run.stood) <= len(notes) and all(map(self.near, notes[len(run.stood) - 1], run.stood[-1]))


def notes_of(loop: Loop, data: Data, run: Run, kind: str) -> np.ndarray:
    return losses_of(loop, data, run) if kind == "losses" else ledger_of(loop, data, run)


def run_that_matches(loop: Loop, data: Data, observed: Observed) -> Run | None:
    """The run of `loop`, if it would return all that was observed; else None."""
    if not _right_length(loop, data, observed):
        return None
    run = simulate(loop, data, observed.watch(loop, data))
    if run is None or not observed.ends_close(run):
        return None
    if observed.notes is None:
        return run
    return run if observed.notes_close(notes_of(loop, data, run, observed.kind)) else None


def _right_length(loop: Loop, data: Data, observed: Observed) -> bool:
    """Whether as many losses came back as this loop notes down; known without running it."""
    if observed.notes is None or observed.kind != "losses" or loop.notes not in (*ONE_PER_BATCH, *ONE_PER_EPOCH):
        return True
    epochs = plan_of(loop, data)
    return len(observed.notes) == (len(epochs) if loop.notes in ONE_PER_EPOCH else sum(map(len, epochs))) or not sum(map(len, epochs))


def read(observation: dict, kind: str, **tolerance) -> Observed:
    """An observation's numbers. Raises ValueError where it is not made as the run half makes it."""
    try:
        return _read(observation, kind, tolerance)
    except TypeError as error:
        raise ValueError(f"not an observation: {error}") from None


def _read(observation: dict, kind: str, tolerance: dict) -> Observed:
    notes = observation.get(kind)
    if notes is not None:
        notes = np.asarray(notes, dtype=float)
        if kind == "ledger":
            notes = _two_columns(notes)
        elif notes.ndim != 1:
            raise ValueError("losses are 1-D")
    ends = [float("nan") if observation.get(name) is None else float(observation[name]) for name in ("w", "b")]
    rows, changed = observation.get("rows"), observation.get("changed") or ()
    return Observed(
        *ends,
        notes=notes,
        kind=kind,
        rows=None if rows is None else tuple(np.asarray(one, dtype=int) for one in rows),
        changed=tuple(str(name)[:20] for name in changed),
        got=str(observation.get("got", ""))[:200],
        **tolerance,
    )


def _two_columns(notes: np.ndarray) -> np.ndarray | None:
    if notes.size == 0:
        return np.zeros((0, 2))
    return notes if notes.ndim == 2 and notes.shape[1] == 2 else None

"""What the loops by hand are run on, as the verify half rebuilds it."""

from dataclasses import dataclass

import numpy as np

from autograder.exercises.case import Case
from autograder.exercises.line import line


@dataclass(frozen=True)
class Data:
    """x, y: (n,) float64; the rest are the arguments of the call."""

    x: np.ndarray
    y: np.ndarray
    w: float
    b: float
    lr: float
    epochs: int
    batch_size: int

    @property
    def n(self) -> int:
        return len(self.x)

    @property
    def batches(self) -> int:
        """How many batches an epoch has."""
        return -(-self.n // self.batch_size)

    @property
    def updates(self) -> int:
        """How many updates are asked for in all."""
        return self.batches * self.epochs

    def place(self, update: int) -> tuple[int, int]:
        """Epoch and batch, from 0, of an update of a right loop."""
        return divmod(update, self.batches) if self.batches else (0, 0)


def data_of(case: Case) -> Data:
    """The data of a case of any training exercise by hand."""
    x, y = line(case)
    return Data(x, y, *(case[name] for name in ("w", "b", "lr", "epochs", "batch_size")))
